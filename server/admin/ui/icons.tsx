import type { ReactNode } from 'react'

/** One family, drawn for this product: 20 × 20, round 1.5 strokes in the text's colour. */
const draw = (body: ReactNode) =>
  function Icon() {
    return (
      <svg
        width="18"
        height="18"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {body}
      </svg>
    )
  }

export const Wave = draw(
  <>
    <circle cx="10" cy="5.5" r="2.2" />
    <path d="M2.5 12c1.9 0 1.9-1.5 3.75-1.5S8.1 12 10 12s1.9-1.5 3.75-1.5S15.6 12 17.5 12" />
    <path d="M5 16c1.25 0 1.25-1 2.5-1S8.75 16 10 16s1.25-1 2.5-1 1.25 1 2.5 1" />
  </>,
)
export const Sun = draw(
  <>
    <circle cx="10" cy="10" r="3.5" />
    <path d="M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M4.7 15.3l1-1M14.3 5.7l1-1" />
  </>,
)
export const Moon = draw(<path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z" />)
export const Globe = draw(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M3 10h14M10 3c2.2 2 3.2 4.3 3.2 7s-1 5-3.2 7c-2.2-2-3.2-4.3-3.2-7S7.8 5 10 3Z" />
  </>,
)
export const Menu = draw(<path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />)
export const Close = draw(<path d="m5 5 10 10M15 5 5 15" />)
export const Person = draw(
  <>
    <circle cx="10" cy="7" r="3" />
    <path d="M4 17c.8-3 3-4.5 6-4.5s5.2 1.5 6 4.5" />
  </>,
)
export const Back = draw(<path d="M12 4.5 6.5 10l5.5 5.5" />)
export const Down = draw(<path d="m4.5 7.5 5.5 5.5 5.5-5.5" />)
export const Grip = draw(
  <path d="M7.5 5h.01M7.5 10h.01M7.5 15h.01M12.5 5h.01M12.5 10h.01M12.5 15h.01" strokeWidth="2.5" />,
)
export const Plus = draw(<path d="M10 4v12M4 10h12" />)
export const Search = draw(
  <>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </>,
)
export const Phone = draw(
  <>
    <rect x="5.5" y="2.5" width="9" height="15" rx="2" />
    <path d="M9 14.8h2" />
  </>,
)
export const History = draw(<path d="M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7.2M3.5 3.5v3.7h3.7M10 6.5V10l2.5 2" />)
export const Panel = draw(
  <>
    <rect x="2.5" y="3.5" width="15" height="13" rx="2" />
    <path d="M12.5 3.5v13" />
  </>,
)
export const More = draw(<path d="M5 10h.01M10 10h.01M15 10h.01" strokeWidth="2.5" />)
export const Trash = draw(<path d="M4 5.5h12M8 5.5V4h4v1.5M5.5 5.5l.7 10.5h7.6l.7-10.5M8.5 8.5v4.5M11.5 8.5v4.5" />)
export const Heading = draw(<path d="M5 4v12M15 4v12M5 10h10" />)
export const Bold = draw(
  <path d="M6 4h4.5a2.8 2.8 0 0 1 0 5.7H6Zm0 5.7h5.2a3.1 3.1 0 0 1 0 6.3H6Z" strokeWidth="1.9" />,
)
export const Italic = draw(<path d="M11.5 4 8.5 16M9 4h5M6 16h5" />)
export const Underline = draw(<path d="M6 3.5v5.8a4 4 0 0 0 8 0V3.5M5 17h10" />)
export const Strike = draw(
  <path d="M3.5 10h13M13.5 6.3C13 4.8 11.7 4 10 4 8 4 6.5 5.1 6.5 6.9c0 1.2.7 2 1.8 2.6M6.3 13.3C6.7 15 8 16 10 16c2.2 0 3.7-1.1 3.7-3 0-.7-.2-1.3-.6-1.7" />,
)
export const Bullets = draw(
  <>
    <path d="M8 5.5h9M8 10h9M8 14.5h9" />
    <path d="M4 5.5h.01M4 10h.01M4 14.5h.01" strokeWidth="2.5" />
  </>,
)
export const Numbers = draw(
  <path d="M8.5 5.5H17M8.5 10H17M8.5 14.5H17M3 4.2l1.2-.7v3.5M3 12.7c.2-.6.6-.9 1.2-.9.7 0 1.2.4 1.2 1 0 .9-2.4 1.6-2.4 3.2h2.5" />,
)
export const Quote = draw(<path d="M8 6C5.5 6.5 4 8.2 4 11v3.5h4.5V10H6M16.5 6c-2.5.5-4 2.2-4 5v3.5H17V10h-2.5" />)
export const Link = draw(
  <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1-1" />,
)
export const Table = draw(
  <>
    <rect x="3" y="4" width="14" height="12" rx="1.5" />
    <path d="M3 8h14M3 12h14M10 4v12" />
  </>,
)
export const Picture = draw(
  <>
    <rect x="2.5" y="4" width="15" height="12" rx="2" />
    <circle cx="7" cy="8.2" r="1.3" />
    <path d="m3 14 4-3.5 2.8 2.3L13 9.5l4.3 4" />
  </>,
)
export const Pictures = draw(
  <>
    <path d="M5 3.5h11a1.5 1.5 0 0 1 1.5 1.5v8.5" />
    <rect x="2.5" y="6" width="12" height="10.5" rx="1.5" />
    <path d="m3 14.5 3.5-3.3 2.6 2.3 2.2-2 3 2.8" />
  </>,
)
export const Divider = draw(<path d="M3 10h14M6 5h8M6 15h8" strokeDasharray="0" />)
export const AlignLeft = draw(<path d="M3 5h14M3 10h9M3 15h12" />)
export const AlignCenter = draw(<path d="M3 5h14M5.5 10h9M4 15h12" />)
export const AlignRight = draw(<path d="M3 5h14M8 10h9M5 15h12" />)
export const Undo = draw(<path d="M7 4 3.5 7.5 7 11M4 7.5h7.5a4.2 4.2 0 0 1 0 8.5H8" />)
export const Redo = draw(<path d="M13 4l3.5 3.5L13 11M16 7.5H8.5a4.2 4.2 0 0 0 0 8.5H12" />)
export const Chart = draw(<path d="M3 16.5h14M5.5 13.5v-4M10 13.5v-9M14.5 13.5V7" />)
export const Page = draw(
  <>
    <path d="M5.5 2.5h6l3.5 3.5v11.5h-9.5Z" />
    <path d="M11.5 2.5V6H15M8 10h4.5M8 13.5h4.5" />
  </>,
)
export const CalendarMark = draw(
  <>
    <rect x="3" y="4" width="14" height="13" rx="2" />
    <path d="M3 8h14M7 2.5V5M13 2.5V5" />
  </>,
)
export const Bell = draw(
  <path d="M4.5 14.5h11c-1.2-1.4-1.4-2.8-1.4-5.5a4.1 4.1 0 0 0-8.2 0c0 2.7-.2 4.1-1.4 5.5ZM8.5 17h3" />,
)
export const Queue = draw(<path d="M3 5.5h9M3 10h9M3 14.5h6M13.5 12l3 2.5-3 2.5" />)
export const People = draw(
  <>
    <circle cx="7.5" cy="7" r="2.7" />
    <path d="M2.5 16c.6-2.7 2.4-4 5-4s4.4 1.3 5 4M13 4.7a2.5 2.5 0 0 1 0 4.8M14.5 12.4c1.6.5 2.6 1.7 3 3.6" />
  </>,
)
export const LogBook = draw(
  <>
    <path d="M4.5 3h11v14h-11Z" />
    <path d="M7.5 7h5M7.5 10h5M7.5 13h3" />
  </>,
)
export const MoveIn = draw(
  <>
    <path d="M3 11.5v4a1.5 1.5 0 0 0 1.5 1.5h11a1.5 1.5 0 0 0 1.5-1.5v-4" />
    <path d="M10 3v9.5M6.5 9l3.5 3.5L13.5 9" />
  </>,
)
export const Gear = draw(
  <>
    <circle cx="10" cy="10" r="2.5" />
    <path d="M10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M4.7 15.3l1.6-1.6M13.7 6.3l1.6-1.6" />
  </>,
)
export const Clip = draw(
  <path d="m15.5 9.5-5.7 5.7a3.3 3.3 0 0 1-4.7-4.7l6.2-6.2a2.2 2.2 0 0 1 3.1 3.1l-6 6a1.1 1.1 0 0 1-1.6-1.6l5.3-5.3" />,
)
export const Video = draw(
  <>
    <rect x="2.5" y="4.5" width="15" height="11" rx="2" />
    <path d="m8.5 7.5 4 2.5-4 2.5Z" />
  </>,
)
