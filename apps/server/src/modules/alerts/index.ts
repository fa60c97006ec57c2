// Alerts: rules over what happens and over figures, what fired, who was told. Must never tell anybody twice of the same, nor die silently.
import type { Module } from '../../platform/module.ts'

export const alertsModule: Module = {}
