import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { LostPage } from './shell/lost-page.tsx'

/**
 * Every address of the app. Pages are files of their own, fetched when first opened; an address carries ids and never a
 * name. A new page: one route here, one line in `shell/rail.tsx` if it has a place in the rail.
 */
const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazyRouteComponent(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./session/setup-page.tsx'), 'SetupPage'),
})
const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  component: lazyRouteComponent(() => import('./answer/answer-page.tsx'), 'AnswerPage'),
})
const chat = createRoute({
  getParentRoute: () => root,
  path: '/chat',
  component: lazyRouteComponent(() => import('./chat/chat-page.tsx'), 'ChatPage'),
})
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: lazyRouteComponent(() => import('./shell/desk.tsx'), 'Desk'),
})

const today = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('./today/today-page.tsx'), 'TodayPage'),
})
const account = createRoute({
  getParentRoute: () => desk,
  path: '/account',
  component: lazyRouteComponent(() => import('./session/account-page.tsx'), 'AccountPage'),
})
const phone = createRoute({
  getParentRoute: () => desk,
  path: '/phone',
  component: lazyRouteComponent(() => import('./field/phone-page.tsx'), 'PhonePage'),
})
const find = createRoute({
  getParentRoute: () => desk,
  path: '/find',
  component: lazyRouteComponent(() => import('./find/find-page.tsx'), 'FindPage'),
})
const newPerson = createRoute({
  getParentRoute: () => desk,
  path: '/register',
  component: lazyRouteComponent(() => import('./find/register-page.tsx'), 'RegisterPage'),
})
export const casePage = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case/case-page.tsx'), 'CasePage'),
})
export const codeCard = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/card',
  component: lazyRouteComponent(() => import('./case/code-card-page.tsx'), 'CodeCardPage'),
})
export const interview = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/interview',
  component: lazyRouteComponent(() => import('./interview/interview-page.tsx'), 'InterviewPage'),
})
export const interviewAgain = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/interview/$screening',
  component: lazyRouteComponent(() => import('./interview/interview-page.tsx'), 'InterviewPage'),
})
export const assessment = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/assessment',
  component: lazyRouteComponent(() => import('./assessment/assessment-page.tsx'), 'AssessmentPage'),
})
export const plan = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/plan',
  component: lazyRouteComponent(() => import('./planning/plan-page.tsx'), 'PlanPage'),
})
export const services = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/services',
  component: lazyRouteComponent(() => import('./services/services-page.tsx'), 'ServicesPage'),
})
const justiceCalendar = createRoute({
  getParentRoute: () => desk,
  path: '/justice',
  component: lazyRouteComponent(() => import('./justice/calendar-page.tsx'), 'JusticeCalendarPage'),
})
export const justice = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/justice',
  component: lazyRouteComponent(() => import('./justice/justice-page.tsx'), 'JusticePage'),
})
const hotline = createRoute({
  getParentRoute: () => desk,
  path: '/hotline',
  component: lazyRouteComponent(() => import('./hotline/hotline-page.tsx'), 'HotlinePage'),
})
const leads = createRoute({
  getParentRoute: () => desk,
  path: '/leads',
  component: lazyRouteComponent(() => import('./leads/leads-page.tsx'), 'LeadsPage'),
})
export const recordsOfType = createRoute({
  getParentRoute: () => desk,
  path: '/records/$type',
  component: lazyRouteComponent(() => import('./leads/records-page.tsx'), 'RecordsPage'),
})
const reports = createRoute({
  getParentRoute: () => desk,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/reports-page.tsx'), 'ReportsPage'),
})
const figures = createRoute({
  getParentRoute: () => desk,
  path: '/figures',
  component: lazyRouteComponent(() => import('./figures/page.tsx'), 'FiguresPage'),
})
const releases = createRoute({
  getParentRoute: () => desk,
  path: '/releases',
  component: lazyRouteComponent(() => import('./releases/releases-page.tsx'), 'ReleasesPage'),
})
const review = createRoute({
  getParentRoute: () => desk,
  path: '/review',
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
})
const proof = createRoute({
  getParentRoute: () => desk,
  path: '/proof',
  component: lazyRouteComponent(() => import('./proof/proof-page.tsx'), 'ProofPage'),
})
export const summary = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/summary',
  component: lazyRouteComponent(() => import('./team/summary-page.tsx'), 'SummaryPage'),
})
const notices = createRoute({
  getParentRoute: () => desk,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/notices-page.tsx'), 'NoticesPage'),
})
const team = createRoute({
  getParentRoute: () => desk,
  path: '/team',
  component: lazyRouteComponent(() => import('./team/team-page.tsx'), 'TeamPage'),
})
export const caseReferrals = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/referrals',
  component: lazyRouteComponent(() => import('./referrals/case-referrals-page.tsx'), 'CaseReferralsPage'),
})
const referrals = createRoute({
  getParentRoute: () => desk,
  path: '/referrals',
  component: lazyRouteComponent(() => import('./referrals/referrals-page.tsx'), 'ReferralsPage'),
})
const directory = createRoute({
  getParentRoute: () => desk,
  path: '/directory',
  component: lazyRouteComponent(() => import('./directory/directory-page.tsx'), 'DirectoryPage'),
})
const work = createRoute({
  getParentRoute: () => desk,
  path: '/work',
  component: lazyRouteComponent(() => import('./work/work-page.tsx'), 'WorkPage'),
})
const incidents = createRoute({
  getParentRoute: () => desk,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./incidents/incidents-page.tsx'), 'IncidentsPage'),
})
export const incident = createRoute({
  getParentRoute: () => desk,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('./incidents/incident-page.tsx'), 'IncidentPage'),
})
const activities = createRoute({
  getParentRoute: () => desk,
  path: '/activities',
  component: lazyRouteComponent(() => import('./activities/activities-page.tsx'), 'ActivitiesPage'),
})
const fillSurvey = createRoute({
  getParentRoute: () => desk,
  path: '/surveys/$survey',
  component: lazyRouteComponent(() => import('./surveys/fill-page.tsx'), 'FillPage'),
})
const funds = createRoute({
  getParentRoute: () => desk,
  path: '/funds',
  component: lazyRouteComponent(() => import('./funds/funds-page.tsx'), 'FundsPage'),
})
export const reintegration = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/reintegration',
  component: lazyRouteComponent(() => import('./reintegration/reintegration-page.tsx'), 'ReintegrationPage'),
})
export const returnOfCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/return',
  component: lazyRouteComponent(() => import('./return/return-page.tsx'), 'ReturnPage'),
})
const returns = createRoute({
  getParentRoute: () => desk,
  path: '/returns',
  component: lazyRouteComponent(() => import('./return/returns-page.tsx'), 'ReturnsPage'),
})
export const tracing = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/tracing',
  component: lazyRouteComponent(() => import('./tracing/tracing-page.tsx'), 'TracingPage'),
})
const tracingDesk = createRoute({
  getParentRoute: () => desk,
  path: '/tracing',
  component: lazyRouteComponent(() => import('./tracing/tracing-desk.tsx'), 'TracingDesk'),
})
const network = createRoute({
  getParentRoute: () => desk,
  path: '/network',
  component: lazyRouteComponent(() => import('./network/network-page.tsx'), 'NetworkPage'),
})
export const documents = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/documents',
  component: lazyRouteComponent(() => import('./documents/documents-page.tsx'), 'DocumentsPage'),
})
const shelters = createRoute({
  getParentRoute: () => desk,
  path: '/shelter',
  component: lazyRouteComponent(() => import('./shelter/shelter-page.tsx'), 'ShelterPage'),
})
export const stay = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/shelter',
  component: lazyRouteComponent(() => import('./shelter/stay-page.tsx'), 'StayPage'),
})
const approvals = createRoute({
  getParentRoute: () => desk,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./team/approvals-page.tsx'), 'ApprovalsPage'),
})
const rights = createRoute({
  getParentRoute: () => desk,
  path: '/rights',
  component: lazyRouteComponent(() => import('./rights/rights-page.tsx'), 'RightsPage'),
})
const administration = createRoute({
  getParentRoute: () => desk,
  path: '/administration',
  component: lazyRouteComponent(() => import('./administration/page.tsx'), 'AdministrationPage'),
})
export const administrationSection = createRoute({
  getParentRoute: () => desk,
  path: '/administration/$section',
  component: lazyRouteComponent(() => import('./administration/page.tsx'), 'AdministrationPage'),
})

const tree = root.addChildren([
  signIn,
  setUp,
  answer,
  chat,
  desk.addChildren([
    today,
    account,
    phone,
    find,
    newPerson,
    casePage,
    codeCard,
    interview,
    interviewAgain,
    assessment,
    plan,
    services,
    returnOfCase,
    returns,
    tracing,
    tracingDesk,
    reintegration,
    caseReferrals,
    referrals,
    directory,
    documents,
    shelters,
    stay,
    work,
    incidents,
    incident,
    activities,
    fillSurvey,
    funds,
    hotline,
    justice,
    justiceCalendar,
    leads,
    recordsOfType,
    figures,
    proof,
    review,
    releases,
    reports,
    summary,
    notices,
    team,
    approvals,
    rights,
    network,
    administration,
    administrationSection,
  ]),
])

export const router = createRouter({ routeTree: tree, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
