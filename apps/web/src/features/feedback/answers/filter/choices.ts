import type { Road } from '@kontuar/contracts'
import { roads } from '../answer-search.ts'

export const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'post', 'review', 'other'] as const
export const isRoad = (road: string): road is Road => (roads as readonly string[]).includes(road)
