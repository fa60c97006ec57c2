/** How an organization's pages look: `feedback_setting.look`. */
export interface Look {
  /** `#rrggbb` */
  colour: string
  /** SHA-256 of the picture, served by ourselves. */
  logo: string | null
  /** What customers call the organization; null: as it is called in the workspace. */
  name: string | null
}

/** Where a logo stands: its address is its content, so it may be kept for ever. */
export const logoPath = (sha256: string): string => `/p/logo/${sha256}`
