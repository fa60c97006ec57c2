// Reports: composed once, personal for each recipient, made of figures as they are now, sent once. Must never send a broken one.
import type { Module } from '../../platform/module.ts'

export const reportsModule: Module = {}
