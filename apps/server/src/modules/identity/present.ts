// Rows to what the interface answers; the only way out.
import { rolePermissions, permissions, type Locale, type Permission, type Role } from '@kontuar/contracts'

export interface OrganizationRow { id: number; name: string; locale: Locale; time_zone: string; reopen_days: number; outgoing_paused: boolean }
export interface MeRow { id: string; name: string; email: string; role: Role; locale: Locale | null; theme: 'light' | 'dark' | 'auto'; signature_html: string; time_zone: string | null; phone: string | null }
export interface StaffRow { id: string; name: string; email: string; role: Role; active: boolean; created_at: Date; last_seen_at: Date | null }
export interface InvitationRow { id: string; email: string; role: Role; invited_by_name: string | null; created_at: Date; expires_at: Date; accepted_at: Date | null }
export interface ApiTokenRow { id: string; name: string; scopes: Permission[]; created_at: Date; last_used_at: Date | null; expires_at: Date | null }
export interface AuditRow { id: string; at: Date; actor_id: string | null; actor_name: string | null; action: string; subject_kind: string | null; subject_id: string | null; detail: Record<string, unknown>; ip_address: string | null }

const instant = (at: Date | null) => at?.toISOString() ?? null

export const presentOrganization = (row: OrganizationRow) => ({ id: String(row.id), name: row.name, locale: row.locale, timeZone: row.time_zone, reopenDays: row.reopen_days, outgoingPaused: row.outgoing_paused })

/** @param allowed what this session or token may do; by default all the role allows */
export const presentMe = (me: MeRow, organization: OrganizationRow, allowed: ReadonlySet<Permission> = new Set(rolePermissions[me.role])) => ({
  staff: { id: me.id, name: me.name, email: me.email, role: me.role, locale: me.locale, theme: me.theme, signatureHtml: me.signature_html, timeZone: me.time_zone, phone: me.phone },
  organization: presentOrganization(organization),
  permissions: permissions.filter((p) => allowed.has(p)),
})

export const presentStaff = (row: StaffRow) => ({ id: row.id, name: row.name, email: row.email, role: row.role, active: row.active, createdAt: row.created_at.toISOString(), lastSeenAt: instant(row.last_seen_at) })

export const presentInvitation = (row: InvitationRow) => ({ id: row.id, email: row.email, role: row.role, invitedBy: row.invited_by_name, createdAt: row.created_at.toISOString(), expiresAt: row.expires_at.toISOString(), acceptedAt: instant(row.accepted_at) })

export const presentApiToken = (row: ApiTokenRow) => ({ id: row.id, name: row.name, scopes: row.scopes, createdAt: row.created_at.toISOString(), lastUsedAt: instant(row.last_used_at), expiresAt: instant(row.expires_at) })

export const presentAuditEntry = (row: AuditRow) => ({
  id: row.id, at: row.at.toISOString(), actorId: row.actor_id, actorName: row.actor_name, action: row.action,
  subjectKind: row.subject_kind, subjectId: row.subject_id, detail: row.detail, ipAddress: row.ip_address,
})
