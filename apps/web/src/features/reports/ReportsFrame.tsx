import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
import './report-styles.ts'

export const ReportsFrame = () => <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
