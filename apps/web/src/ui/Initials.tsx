import { Avatar } from '@mantine/core'
import { initials } from './initials.ts'

/** A person as two letters; the name stands beside it or is its title. */
export function Initials({ name, size = 20, color = 'gray' }: { name: string; size?: number; color?: 'gray' | 'teal' | 'amber' }) {
  return (
    <Avatar size={size} radius="xl" color={color} variant="light" alt="" aria-hidden styles={{ placeholder: { fontSize: size < 24 ? 9 : 11, fontWeight: 600 } }}>
      {initials(name)}
    </Avatar>
  )
}
