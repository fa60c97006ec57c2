// Choices that no organization changes.
export const categories = ['new', 'open', 'waiting', 'closed'] as const
export const activeCategories = ['new', 'open', 'waiting'] as const
/** Most urgent first. */
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export const directions = ['in', 'out', 'internal'] as const
export const results = ['solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other'] as const
export const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'review'] as const
