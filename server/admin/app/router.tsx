import { createBrowserRouter, Navigate } from 'react-router-dom'
import { PageLoading } from '../ui/PageState'
import { CrashPage } from './CrashPage'
import { Gate } from './Gate'
import { Shell } from './Shell'

/** Every screen loads on its own; the editor, by far the largest, only when somebody writes. */
export const router = createBrowserRouter(
  [
    {
      errorElement: <CrashPage />,
      hydrateFallbackElement: <PageLoading />,
      children: [
        { path: 'setup', lazy: async () => ({ Component: (await import('../pages/SetupPage')).SetupPage }) },
        { path: 'login', lazy: async () => ({ Component: (await import('../pages/LoginPage')).LoginPage }) },
        { path: 'join', lazy: async () => ({ Component: (await import('../pages/JoinPage')).JoinPage }) },
        {
          element: <Gate />,
          children: [
            {
              element: <Shell />,
              children: [
                { index: true, element: <Navigate to="/overview" replace /> },
                {
                  path: 'overview',
                  lazy: async () => ({ Component: (await import('../pages/OverviewPage')).OverviewPage }),
                },
                {
                  path: 'calendar',
                  lazy: async () => ({ Component: (await import('../pages/CalendarPage')).CalendarPage }),
                },
                {
                  path: 'articles',
                  lazy: async () => ({ Component: (await import('../pages/ArticlesPage')).ArticlesPage }),
                },
                { path: 'media', lazy: async () => ({ Component: (await import('../pages/MediaPage')).MediaPage }) },
                {
                  path: 'notices',
                  lazy: async () => ({ Component: (await import('../pages/NoticesPage')).NoticesPage }),
                },
                {
                  path: 'notices/:id',
                  lazy: async () => ({ Component: (await import('../pages/NoticePage')).NoticePage }),
                },
                { path: 'queue', lazy: async () => ({ Component: (await import('../pages/QueuePage')).QueuePage }) },
                {
                  path: 'settings',
                  lazy: async () => ({ Component: (await import('../pages/SettingsPage')).SettingsPage }),
                },
                {
                  path: 'settings/channels',
                  lazy: async () => ({ Component: (await import('../pages/ChannelsPage')).ChannelsPage }),
                },
                {
                  path: 'settings/organisation',
                  lazy: async () => ({
                    Component: (await import('../pages/OrganisationSettingsPage')).OrganisationSettingsPage,
                  }),
                },
                {
                  path: 'settings/contact',
                  lazy: async () => ({
                    Component: (await import('../pages/ContactSettingsPage')).ContactSettingsPage,
                  }),
                },
                {
                  path: 'settings/review',
                  lazy: async () => ({ Component: (await import('../pages/ReviewSettingsPage')).ReviewSettingsPage }),
                },
                {
                  path: 'pinned',
                  lazy: async () => ({ Component: (await import('../pages/PinnedPage')).PinnedPage }),
                },
                {
                  path: 'move-in',
                  lazy: async () => ({ Component: (await import('../pages/MoveInPage')).MoveInPage }),
                },
                { path: 'bin', lazy: async () => ({ Component: (await import('../pages/BinPage')).BinPage }) },
                {
                  path: 'settings/templates',
                  lazy: async () => ({
                    Component: (await import('../pages/TemplateSettingsPage')).TemplateSettingsPage,
                  }),
                },
                {
                  path: 'settings/sign-in',
                  lazy: async () => ({
                    Component: (await import('../pages/SignInSettingsPage')).SignInSettingsPage,
                  }),
                },
                {
                  path: 'settings/backups',
                  lazy: async () => ({
                    Component: (await import('../pages/BackupSettingsPage')).BackupSettingsPage,
                  }),
                },
                { path: 'audit', lazy: async () => ({ Component: (await import('../pages/AuditPage')).AuditPage }) },
                { path: 'staff', lazy: async () => ({ Component: (await import('../pages/StaffPage')).StaffPage }) },
                {
                  path: 'account',
                  lazy: async () => ({ Component: (await import('../pages/AccountPage')).AccountPage }),
                },
                { path: '*', lazy: async () => ({ Component: (await import('../pages/NotFoundPage')).NotFoundPage }) },
              ],
            },
            // one route for `new` and for ids: a first save must not tear the editor down
            {
              path: 'articles/:id',
              lazy: async () => ({ Component: (await import('../pages/EditorPage')).EditorPage }),
            },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
)
