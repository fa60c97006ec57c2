// What the loader brings to a website: the survey now, others (a chat) beside it later.
export interface Feature {
  open(): void
  close(): void
}
