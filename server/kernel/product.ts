/** Of this product, as `package.json` says too. */
export const PRODUCT_VERSION = '0.1.0'
