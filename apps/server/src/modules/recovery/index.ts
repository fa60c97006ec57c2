// Recovery: from a low score to a customer won back, or the knowledge that it was not. Must never call solved what the customer did not.
import type { Module } from '../../platform/module.ts'

export const recoveryModule: Module = {}
