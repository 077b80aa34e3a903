/**
 * What fictional organizations write about the objectives of AISMM: an action, and one piece of evidence for each piece that the
 * model asks for, in its order. A piece says what there is, and not how a measurement came out.
 */
import type { ObjectiveExample } from '../../assessment/example.js';

export const objectiveExamples: Readonly<Record<string, ObjectiveExample>> = {
  'GOV-2A': {
    action: 'Publish the AI use rules where every account can open them, with the contact',
    evidence: [
      'AI use rules 2.3, signed by the accountable executive',
      'Appointment letter for the executive accountable for AI security',
      'Intranet post to all accounts, and two questions that reached the contact',
    ],
  },
  'GOV-2B': {
    action: 'Add the AI use rules to the onboarding course, for contractors as well',
    evidence: [
      'Directory export of new accounts with start dates, contractors marked',
      'Confirmation report of the learning platform for these accounts',
    ],
  },
  'GOV-2C': {
    action: 'Ask the missing departments to confirm their AI uses with owner and purpose',
    evidence: [
      'Central list of AI uses with department, owner, purpose and date',
      'Confirmation emails from the departments',
      'Ten most used AI services, from sign-on and expense records',
      'Organization chart with all departments',
    ],
  },
  'GOV-3A': {
    action: 'Block the go-live ticket until the owner has completed the register entry',
    evidence: [
      'Export of the AI register with creation and completion dates',
      'Release, payment and cloud billing records searched for AI',
      'Go-live rule in the release workflow that checks the register entry',
    ],
  },
  'GOV-3B': {
    action: 'Name an owner for each AI control, and ask for yearly reports on all deployment types',
    evidence: [
      'Charter of the AI committee with its members',
      'Minutes in which the committee adopted the framework and the responsibilities',
      'Reports of the control owners by deployment type, with gaps',
    ],
    lacking: 1,
  },
  'GOV-3C': {
    action: 'Book the role course with its test for everyone in an AI role who has not passed it',
    evidence: [
      'List of people by AI role, from the register and the access groups',
      'Completion report with the pass results of the last 12 months',
      'Outlines of the four role courses',
    ],
  },
  'GOV-4A': {
    action: 'Plant test services in each discovery source, and investigate every service that is missed',
    evidence: [
      'Reconciliation report of the last 30 days by source',
      'Job definition with the connected sources and networks',
      'Planting record of the test services',
      'List of unregistered services with follow-up tickets',
    ],
  },
  'GOV-4B': {
    action: 'Choose a production deployment at random, and rehearse the stop order on it',
    evidence: [
      'Mandate to stop AI deployments, signed by the board',
      'Record of the stop, with the random choice and the times of order and last use',
      'Usage log of the day before, and the failed attempts afterwards',
    ],
  },
  'GOV-4C': {
    action: 'Have the board approve limits for AI risk, and report against them every quarter',
    evidence: [
      'Reports to the risk committee with the two numbers',
      'Minutes with the approved limits and the decisions on each excess',
      'Discovery results and exception register, counted again by internal audit',
    ],
    most: 6,
  },
  'GOV-4D': {
    action: 'Let the ethics board decide on all high-risk uses again, with testable conditions',
    evidence: [
      'Mandate of the ethics board with its outside members',
      'Ethics decisions of the last 12 months with conditions',
      'Confirmations of each condition, signed outside the project',
      'Decision that delayed the applicant ranking pilot',
    ],
    outOf: 10,
  },
  'GOV-5A': {
    action: 'Write the ten most important AI use rules as gateway policies, and plant a breach of each',
    evidence: [
      'Catalog of the AI use rules with links to policy code',
      'Policy repository, and the refused test breaches of the last 30 days',
      'Deployment status of gateway, cloud and pipeline policies',
    ],
    partlyFrom: 25,
  },
  'GOV-5B': {
    action: 'Connect the network discovery feed to the case system, so that each hit opens a case',
    evidence: [
      'Planting record of the test services with the case of each',
      'Case export with opening time and assignee',
      'Export of the other discovery hits with their cases',
    ],
    outOf: 12,
  },
  'GOV-5D': {
    action: 'Let the AI committee decide on serious incidents and findings within 14 days',
    evidence: [
      'Exports of AI incidents and red-team findings with dates',
      'Change history of the AI use rules',
      'Decision records of the AI committee',
    ],
    outOf: 12,
    lacking: 1,
  },
  'ORG-2A': {
    owner: 'Head of workplace IT',
    action: 'Move the teams with personal accounts into the company tenant of the provider',
    evidence: [
      'Sign-on and expense records with the users of each provider',
      'Admin console exports with owner, administrators and last use',
      'Subscription records of the tenants',
    ],
  },
  'ORG-2B': {
    owner: 'CISO',
    action: 'Add expense data to the search for AI services, and decide on the ten most used',
    evidence: [
      'Ledger of AI services with date and source',
      'DNS query and expense export over 30 days',
      'Decisions on the ten most used services',
    ],
    most: 4,
  },
  'ORG-2D': {
    owner: 'Head of cloud platforms',
    action: 'Move the remaining notebooks out of the production cloud account',
    evidence: [
      'List of production AI workloads with cluster or account',
      'Resource export of each place, with the notes of the outside reviewer',
      'Purpose labels of the resources',
    ],
  },
  'ORG-3B': {
    owner: 'Head of cloud platforms',
    action: 'Scan the sampled accounts again, and assign a team to each component without an owner',
    evidence: [
      'List of accounts, clusters and tenants, with the sample',
      'AI components found in each sampled place',
      'Inventory export with owning team and date of confirmation',
    ],
    lacking: 0,
  },
  'ORG-3C': {
    owner: 'Head of cloud platforms',
    action: 'Move each deployment to the place the standard names for its tier, and test connections',
    evidence: [
      'Isolation standard 1.4, with the accounts that only high-risk deployments use',
      'Table of the sampled deployments with tier and place',
      'Record of the connection attempts',
    ],
    lacking: 1,
  },
  'ORG-3D': {
    owner: 'Head of cloud platforms',
    action: 'Extend the allow policy for AI from cloud accounts to software tenants',
    evidence: [
      'Policy code with the approved services and approvers',
      'Lists of cloud accounts and tenants, with the sample',
      'Test requests of the last 90 days with the answers',
    ],
    lacking: 1,
  },
  'ORG-3E': {
    owner: 'Head of workplace IT',
    action: 'Block unapproved browser and computer-use agents, and sign-on from unmanaged computers',
    evidence: [
      'Browser policy with the approved agents',
      'Sign-on log by device, with the sample',
      'Test results of the sampled computers for both agents',
    ],
    lacking: 1,
  },
  'ORG-4A': {
    owner: 'Head of IT operations',
    action: 'Deny direct model traffic at the firewall, and send it through the AI gateway',
    evidence: [
      'Record of the direct connections that were tried',
      'Gateway logs of the same connections',
      'Gateway configuration and egress rules',
    ],
  },
  'ORG-4B': {
    owner: 'Head of workplace IT',
    action: 'Add local models and MCP servers to the endpoint block list',
    evidence: [
      'Endpoint policy with the approved AI software',
      'Sign-on log by device, with the sample',
      'Test record of the sampled computers for the four kinds',
    ],
    lacking: 1,
  },
  'ORG-4D': {
    action: 'Set limits on spend and run length for every agent, and let another team test them',
    evidence: [
      'Limits of each sampled agent with approver',
      'Test reports of the last 6 months with every attempt',
      'Agent inventory, with the sample',
    ],
  },
  'ORG-5A': {
    owner: 'Head of cloud platforms',
    action: 'Write remediation code for all kinds of platform deviations, and plant some as a test',
    evidence: [
      'Planting record of the deviations',
      'Event history with the corrections',
      'Remediation code with its change history',
    ],
    outOf: 12,
  },
  'ORG-5B': {
    action: 'Include a provider, an agent and a tool in the next cut-off drill',
    evidence: [
      'Report of the cut-off drill',
      'Gateway, identity and tool logs of the drill',
      'List of the five most used of each kind, with the random choice',
    ],
  },
  'ORG-5D': {
    owner: 'Head of cloud platforms',
    action: 'Turn on "off by default" for new provider features, and decide within 10 days',
    evidence: [
      'Release notes of the five providers, with the sample',
      'Policy history that shows each feature off',
      'Decision records with conditions',
    ],
    lacking: 1,
  },
  'IAM-2A': {
    action: 'Connect the remaining AI services to single sign-on, and close local logins',
    evidence: [
      'Export of AI applications and sign-on policies',
      'Screenshots of sign-in settings with local logins closed',
      'Sign-on, payment and network records with user counts',
    ],
  },
  'IAM-2B': {
    action: 'Replace shared accounts of agents and pipelines with service accounts',
    evidence: [
      'List of agents and pipelines with trigger and identity',
      'Directory export of service accounts and workload identities',
      'Sign-in records of these identities for the last 30 days',
    ],
  },
  'IAM-2C': {
    action: 'Move the provider keys from configuration files to the vault, with an owner for each',
    evidence: [
      'Active key lists of the provider consoles',
      'Vault inventory with owner and creation date, and the access log',
      'Trace of one key from console to vault and program',
    ],
  },
  'IAM-3B': {
    action: 'Test each agent with two users of different rights, and fix the actions that go through',
    evidence: [
      'Test results by agent with the refused actions',
      'Log entries of the refusals with the user',
      'List of production agents that act for people',
    ],
  },
  'IAM-3C': {
    action: 'Ask the owners to confirm the machine identities, and remove those without an answer',
    evidence: [
      'Register of machine identities with owner, purpose and expiry',
      'Result of the review campaign of the last 6 months',
      'Directory, cloud and provider exports used for the count',
    ],
  },
  'IAM-3D': {
    action: 'Require a second person for prompt, guardrail and model changes, also in consoles',
    evidence: [
      'Record of the attempts with the refusals',
      'Role definitions, and alert on each use of an emergency account',
      'Branch protection and workflow settings',
    ],
  },
  'IAM-3E': {
    owner: 'Lead architect',
    action: 'Check audience, expiry and revocation of each token in every MCP server and tool',
    evidence: [
      'Authorization standard for MCP servers and agent tools',
      'Test report by server with the four calls',
      'Component inventory and agent logs of the last 30 days',
      'Repair plan for servers that failed an earlier test',
    ],
  },
  'IAM-4C': {
    action: 'Rehearse the revocation of two agents, and close the sessions that survive',
    evidence: [
      'Revocation test reports with order times',
      'List of sessions, tokens and cached credentials before the order',
      'Identity and tool logs before and after the order',
    ],
  },
  'IAM-4D': {
    action: 'Replace the long-lived agent keys with tokens that expire after 12 hours',
    evidence: [
      'Search record of each agent, with the answer 24 hours later',
      'Token service settings with the maximum lifetimes',
      'Planting record of the two long-lived keys',
      'Register of exceptions for long-lived agent keys',
    ],
  },
  'IAM-4E': {
    action: 'Remove machine rights after 90 days without use, by a scheduled job',
    evidence: [
      'Planting record with the days of granting and removal',
      'Rights exports and change history of the platforms',
      'List of rights removed in the last 6 months',
    ],
  },
  'IAM-5A': {
    action: 'Issue an identity for each agent run from the workload identity service',
    evidence: [
      'Test record of each sampled agent with the refused calls',
      'Issue and end records joined with run logs',
      'Attestation policy of the workload identity service',
    ],
  },
  'IAM-5C': {
    action: 'Let the policy engine read the risk signals of agents, and test it with planted signals',
    evidence: [
      'Planting record of the risk signals',
      'Decision log before and after each signal',
      'Policy code with its change history',
    ],
    outOf: 12,
  },
  'MON-2A': {
    action: 'Extend the log retention of the AI services to 120 days',
    evidence: [
      'Log settings of each service with the retention period',
      'Retrieved sign-in and admin records of a week that internal audit chose',
      'Approval and sign-on records with user counts',
    ],
  },
  'MON-2D': {
    owner: 'Head of workplace IT',
    action: 'Show a notice in each assistant about prompts that are kept, and who may read them',
    evidence: [
      'Notices as users see them, with date',
      'Log access groups and retention settings compared with the notices',
      'Approval and sign-on records with user counts',
    ],
  },
  'MON-2E': {
    owner: 'Head of cloud platforms',
    action: 'Turn on model call logging in the accounts that the billing export shows',
    evidence: [
      'Billing export with accounts that called managed models',
      'Export of logging settings by account and region',
      'Retrieved prompt and response of one call for each account',
    ],
  },
  'MON-3A': {
    action: 'Send tool calls and model versions of the high-risk applications to the central log store',
    evidence: [
      'Logging standard for AI 1.2',
      'Record of the planted calls and the records found',
      'Extract of the AI register with the high-risk tier',
    ],
    outOf: 10,
  },
  'MON-3C': {
    action: 'Tune the alert rules for all four kinds, and plant at least 12 cases to test them',
    evidence: [
      'Planting record with alert times',
      'Rule export of the SIEM with log sources',
      'List of production deployments, with the sample',
    ],
    outOf: 12,
  },
  'MON-3D': {
    owner: 'Head of security operations',
    action: 'Give each runbook its own steps, and let people on duty follow it on a planted case',
    evidence: [
      'Runbooks for AI events',
      'Case records with steps, times and person on duty',
      'Duty roster of the security operations team',
    ],
    most: 5,
  },
  'MON-4A': {
    action: 'Add an alert for AI deployments that deliver no logs for a day',
    evidence: [
      'Planting record with the withheld logs',
      'Alerts of the log store with times',
      'Approved log set of each sampled deployment',
    ],
  },
  'MON-4B': {
    action: 'Simulate eight attacks in production, and write rules for those without an alert',
    evidence: ['Chosen techniques with ATLAS ids', 'Simulation records with every run', 'Alert export with times'],
    outOf: 8,
    lacking: 0,
  },
  'MON-4C': {
    action: 'Store agent action logs out of reach of operators, and let a tester try to change them',
    evidence: [
      'Records of the attempts on each agent',
      'Storage configuration of the action logs',
      'Access list of the log storage',
    ],
    outOf: 10,
  },
  'MON-4D': {
    action: 'Alert on callers with an unusual number of queries to the tuned models',
    evidence: [
      'Planting record of the extraction queries',
      'Alerts of the same day with caller and time',
      'Export of the model endpoints with their callers',
    ],
    outOf: 10,
  },
  'MON-5D': {
    action: 'Simulate new attack techniques in production within 21 days, and add their alerts',
    evidence: [
      'ATLAS updates with dates, and the chosen techniques',
      'Commits and deployment times of the detections',
      'Simulation records with the alerts',
    ],
    outOf: 12,
    lacking: 1,
  },
  'MON-5E': {
    owner: 'Lead of build systems',
    action: 'Block releases in all pipelines if the log test or the alert test fails',
    evidence: [
      'List of paths into production, manual paths included',
      'Planting records with path and outcome',
      'Pipeline code of the log and alert tests',
    ],
  },
  'INF-2A': {
    action: 'Close anonymous access to the test endpoint that answers from the internet',
    evidence: [
      'List of endpoints and gateways from cloud, DNS and AI register',
      'Results of the anonymous requests with time',
      'Sign-in setting of one endpoint',
    ],
    partlyFrom: 70,
  },
  'INF-2B': {
    action: 'Set a budget limit on every paid AI account, with an alert to its owner',
    evidence: [
      'List of paid accounts with limit and highest month',
      'Budget settings of one provider',
      'Budget alert from a test in one project',
    ],
  },
  'INF-2C': {
    action: 'Add a manual alternative for the three most used AI services to the continuity plan',
    evidence: [
      'Continuity plan with review date and AI uses',
      'Business impact analysis and usage numbers',
      'Confirmations of the manual alternative by two randomly chosen people',
    ],
  },
  'INF-2D': {
    action: 'Add the notebook hosts to the monthly patch report, and patch them within 30 days',
    evidence: [
      'Patch reports of the last 90 days by host',
      'List of AI hosts from cloud accounts and clusters',
      'Image build record of one host after a patch',
    ],
  },
  'INF-3A': {
    action: 'Replace open egress of agents and notebooks with lists of approved destinations',
    evidence: [
      'Network policies of the sampled agents and notebooks',
      'Results of the connection attempts',
      'Approval of the last destination that was added',
    ],
  },
  'INF-3C': {
    action: 'Restore all applications from backup within six months, with index and prompts',
    evidence: [
      'Restore test records with the 20 questions',
      'Backup configuration for index, prompt and agent stores',
      'List of applications with their stores',
    ],
  },
  'INF-3D': {
    action: 'Import the endpoints that were created by hand into the infrastructure code',
    evidence: [
      'Record of the planted changes and the first comparison',
      'List of model endpoints from cloud accounts',
      'Merge records with reviewer and date',
    ],
  },
  'INF-3E': {
    action: 'Rehearse a working day without the main provider for each critical use',
    evidence: [
      'Rehearsal reports with the sampled tasks',
      'List of critical AI uses with recovery time and fallback',
      'Tickets that show which tasks were done',
    ],
    outOf: 10,
  },
  'INF-4C': {
    action: 'Rebuild the serving images every week, and close critical flaws within 7 days',
    evidence: ['Weekly scan results by host', 'List of AI hosts by week', 'Build history of the serving images'],
  },
  'INF-4D': {
    action: 'Alert on copies of whole models, and remove read rights that no one needs',
    evidence: [
      'Search results for stores with weights',
      'Records of the test copies with the stop or the question',
      'List of people and workloads that may read weights',
    ],
    notApplicable: 'The provider keeps the tuned weights, and offers no way to copy them.',
    outOf: 10,
  },
  'INF-4E': {
    action: 'Compare recovery and isolation reports of critical providers with our needs',
    evidence: [
      'Assurance reports of the providers',
      'Review records that compare reports and recovery times',
      'Treatment tracker with gaps and closing dates',
    ],
    outOf: 10,
  },
  'INF-4F': {
    action: 'Test reads with other rights on all shared vector stores, caches and queues',
    evidence: [
      'List of shared resources with groups and rights',
      'Test reports with the planted data',
      'Configuration of one vector store',
    ],
  },
  'INF-5A': {
    action: 'Inject a provider failure without notice, and check the guardrails of the substitute',
    evidence: [
      'Injection records with the random choice of the target',
      'Gateway logs of the switch',
      'Results of the five planted attacks at the substitute',
    ],
  },
  'INF-5C': {
    action: 'Release keys for the top data class to attested workloads only',
    evidence: [
      'Release log of the key service with attestations',
      'Key policy with its change history',
      'Planting record of the altered environments',
    ],
    outOf: 8,
    lacking: 1,
  },
  'MOD-2A': {
    owner: 'Head of data science',
    action: 'Add the models from gateway and billing logs that are missing on the model list',
    evidence: [
      'Model list with source, license, version and team',
      'Gateway, serving and billing logs by model',
      'Sign-on records with users by service',
    ],
  },
  'MOD-2B': {
    owner: 'Head of application development',
    action: 'Replace moving model names with dated versions in all production settings',
    evidence: [
      'List of applications with the deployed model names',
      'Export of model deployments with update setting',
      'Provider page with fixed versions',
    ],
  },
  'MOD-2C': {
    action: 'Run the 20 standard test cases before each first release',
    evidence: [
      'Test results with date, model version and tester',
      'List of first releases from change records',
      'Result after which another model was chosen',
    ],
  },
  'MOD-2D': {
    owner: 'Head of data science',
    action: 'Check the hashes of all weight files on serving hosts against the publishers',
    evidence: [
      'List of approved publishers with approver',
      'Hash comparison of the serving hosts',
      'License text and download record of one model',
    ],
  },
  'MOD-3A': {
    action: 'Block calls to models that the register does not approve for the use',
    evidence: [
      'Register of approved models',
      'Calls by application and model for the last 30 days',
      'Refused call to an unapproved model',
    ],
  },
  'MOD-3D': {
    action: 'Run the adversarial suite in the release pipeline, also for prompt changes',
    evidence: [
      'Suite results by release',
      'The attacks of the suite with their pass criteria',
      'Release records from pipelines and consoles',
    ],
  },
  'MOD-3E': {
    owner: 'Head of data science',
    action: 'Choose and test a replacement for each model version that ends within 180 days',
    evidence: [
      'Calls by application and model version',
      'Register extract with end date and replacement',
      'Retirement notices of the providers',
      'Test results of the replacements',
    ],
    outOf: 12,
    lacking: 2,
  },
  'MOD-4C': {
    owner: 'Head of cloud platforms',
    action: 'Verify signatures when a model is loaded, and test with a changed weight file',
    evidence: [
      'List of runtimes with image and settings',
      'Planting record of the altered files',
      'Setting that refuses a failed check',
    ],
  },
  'MOD-4E': {
    action: 'Book an outside red team for the high-risk applications, and close the old findings',
    evidence: [
      'Red-team reports with scope, days and testers',
      'Finding tracker export with rating and closing date',
      'Retest record of a closed finding',
    ],
    outOf: 12,
  },
  'MOD-4F': {
    action: 'Delay new provider versions until the application tests have passed',
    evidence: [
      'Provider release notes with dates',
      'Test results by model version and application',
      'Gateway logs with the first production calls',
    ],
    outOf: 15,
    lacking: 0,
  },
  'MOD-4G': {
    action: 'Review 50 answers of each high-risk application per month, with a limit for false ones',
    evidence: [
      'Results of the checks of sampled answers',
      'Description of false and unsafe answers, with approver',
      'Rollback and second checks after one result',
    ],
  },
  'MOD-5A': {
    action: 'Automate the evaluation of new models, so that advice exists within 5 days',
    evidence: [
      'Release pages of the ten newest models',
      'Calls by maker of the models in use',
      'Evaluation reports with the advice',
    ],
    outOf: 10,
    lacking: 1,
  },
  'MOD-5C': {
    owner: 'Head of data science',
    action: 'Close the console path that releases prompts without the evaluation gate',
    evidence: [
      'List of release paths, checked against rights',
      'Planting records with path and outcome',
      'Gate code with thresholds and change history',
    ],
  },
  'APP-2B': {
    action: 'Turn on the output filter in all assistants, and repeat the five test messages',
    evidence: [
      'Filter settings by assistant',
      'The five test messages',
      'Test records with every run and answer',
      'AI register with user counts, compared with sign-on records',
    ],
    outOf: 20,
  },
  'APP-2D': {
    action: 'Let a second person review all system prompts, and scan the prompts for secrets',
    evidence: [
      'Repository history of prompts with reviewer',
      'Secret scan report with the planted key',
      'Comparison of running prompts with the repository',
    ],
    lacking: 0,
  },
  'APP-2E': {
    action: 'Add the AI notice to the phone line and the email replies',
    evidence: [
      'Screens of the first exchange by channel',
      'List of public websites, apps and phone lines, with AI answers marked',
      'Wording of the notice, approved by legal',
    ],
    notApplicable: 'Employees read and send every answer. No AI answers people outside on its own.',
  },
  'APP-3D': {
    action: 'Encode model output before it reaches a database, a shell or an interpreter',
    evidence: [
      'Test records with each planted script and query',
      'Review results by application',
      'Shared encoding library and the repositories that use it',
    ],
  },
  'APP-3E': {
    action: 'Make the injection suite a condition for each release, also for small changes',
    evidence: [
      'Injection suite with cases by attack',
      'Suite runs before the sampled releases',
      'Deployment records, with the sample',
    ],
  },
  'APP-3F': {
    action: 'Require approval in code before an agent pays, deletes or sends anything',
    evidence: ['Tool rights of agents with high-impact actions marked', 'Test records with the refused attempts'],
  },
  'APP-3G': {
    action: 'Review the connectors that are on without approval, and turn off the unused ones',
    evidence: [
      'Exports of connectors and MCP servers by console',
      'Approval records with data and actions',
      'Setting that keeps users from adding connectors',
    ],
  },
  'APP-4A': {
    action: 'Send all tool calls of agents through the policy layer, and plant forbidden calls',
    evidence: ['Decision log of the policy layer', 'Sampled tool calls with decisions', 'Record of the planted calls'],
    lacking: 0,
  },
  'APP-4D': {
    action: 'Test guardrails every quarter with new attacks and legitimate requests, and tune them',
    evidence: [
      'Measurement reports by deployment',
      'Attacks from the outside collection, and the legitimate requests',
      'Tuning changes after a missed target',
    ],
    outOf: 10,
  },
  'APP-4E': {
    owner: 'Head of application development',
    action: 'Plant harmful requests among real ones, and train the approvers with the results',
    evidence: [
      'Planting record with approver and changed value',
      'Approval log with decision and time',
      'Change of the approval screen after the results',
    ],
  },
  'APP-5B': {
    action: 'Separate planning from outside content in all agents with high-impact actions',
    evidence: [
      'Design records of plan and content separation',
      'Outside sources by agent',
      'Injection test results by source',
    ],
    lacking: 1,
  },
  'APP-5C': {
    action: 'Agree with the testers on a three-day fix for attacks that pass a guardrail',
    evidence: [
      'Attack reports with time and tester',
      'Retests with reworded forms and legitimate requests',
      'Release history of the guardrails',
    ],
    outOf: 12,
  },
  'DAT-2A': {
    owner: 'Chief data officer',
    action: 'Complete the AI statements of the data classes, and try them with a sample of staff',
    evidence: [
      'Data classification 3.0 with AI statements',
      'Approval by the executive board',
      'Record of the trial with the sampled staff and three cases',
    ],
    lacking: 1,
  },
  'DAT-2B': {
    action: 'Check training and retention terms of the services that have no record yet',
    evidence: [
      'Check records by service with decision',
      'Setting exports and contract clauses for five sampled results',
      'AI register and expense records used for the count',
    ],
  },
  'DAT-2D': {
    action: 'Add logs and memory to the data flow diagrams, and compare them with operation',
    evidence: [
      'Data flow diagrams with date',
      'Comparison notes with name and date',
      'AI register with user counts and links to the diagrams',
    ],
    outOf: 20,
  },
  'DAT-3D': {
    owner: 'Chief data officer',
    action: 'Block training jobs on datasets without an approved record',
    evidence: [
      'Dataset records with legal basis and approver',
      'Job logs and provider tuning records with the datasets read',
      'Record of the dataset that was cleaned before use',
    ],
  },
  'DAT-3E': {
    owner: 'Lead architect',
    action: 'Pass the rights of the user to every index, and test with two users',
    evidence: [
      'Test results with both users and planted items',
      'List of indices and memory stores with the source of rights',
      'Fix of the deployment that failed the first test',
    ],
  },
  'DAT-3F': {
    owner: 'Head of workplace IT',
    action: 'Clear the over-shared folders that the assistant found, starting with HR',
    evidence: [
      'Search record with the judgment on each result',
      'Rights of the test account, and the planted documents',
      'Clearance records by site and folder',
    ],
    outOf: 30,
  },
  'DAT-3G': {
    owner: 'Head of cloud platforms',
    action: 'Turn off cross-region routing, and confirm the regions of logs and indices',
    evidence: [
      'Allowed regions by deployment, set by the privacy office',
      'Region settings of model services and log stores',
      'Confirmation record with cross-region routing',
    ],
    lacking: 1,
  },
  'DAT-4D': {
    owner: 'Chief data officer',
    action: 'Scan the answers of all high-risk deployments for leaks, and plant three leaks in each',
    evidence: [
      'Scan coverage and leak rate by deployment',
      'Change history of the scan rules',
      'Record of the planted leaks',
    ],
    outOf: 10,
  },
  'DAT-4E': {
    owner: 'Chief data officer',
    action: 'Add caches and agent memory to the deletion job, and check after 7 days',
    evidence: [
      'Planting record with stores and deletion orders',
      'Queries on each store 7 days later',
      'Lineage of one deployment',
    ],
  },
  'DAT-4F': {
    owner: 'Head of security operations',
    action: 'Block restricted records on the way to AI services at proxy and endpoint',
    evidence: [
      'Planting record with data class and way',
      'Block and alert events with opening times',
      'List of computers and gateways, with the sample',
    ],
  },
  'DAT-5A': {
    owner: 'Chief data officer',
    action: 'Move the rights of all indices to one policy engine',
    evidence: [
      'Record of planted queries with withdrawn rights',
      'Decision log of the policy engine',
      'List of indices, and the policy code with tests',
    ],
  },
  'DAT-5B': {
    owner: 'Chief data officer',
    action: 'Check new records for poisoning before they reach an index',
    evidence: [
      'Planting record with path and kind',
      'Quarantine log with the share of other records',
      'List of ingestion paths, with the sample',
    ],
  },
  'DAT-5C': {
    owner: 'Head of data science',
    action: 'Retrain the tuned model without the removed records, and try to extract them again',
    evidence: [
      'Planting and removal records with model versions',
      'Results of the attempts before and after removal',
      'Description of the retraining, with the release',
    ],
    notApplicable: 'The model was tuned with public product data only. No removal can be ordered.',
  },
  'RSK-2A': {
    action: 'Ask for the AI questionnaire in the procurement workflow before the first payment',
    evidence: [
      'List of new AI applications and services with dates',
      'Completed questionnaires with decisions',
      'Procurement workflow with the questionnaire step',
    ],
  },
  'RSK-2B': {
    owner: 'Head of risk management',
    action: 'Complete a first treatment step for each AI risk, and record it in the register',
    evidence: [
      'Register extract with owner and review date of each AI risk',
      'Minutes of the last risk review',
      'Change tickets of the treatment steps',
    ],
    most: 8,
  },
  'RSK-2C': {
    owner: 'Head of procurement',
    action: 'Ask the 30 largest software vendors where their products contain AI',
    evidence: [
      'Ranking of software vendors by spend',
      'Provider list with AI content and model provider',
      'Vendor replies with the quoted sentence',
    ],
    outOf: 30,
  },
  'RSK-3A': {
    owner: 'Head of risk management',
    action: 'Confirm the controls of each risk tier from proof, outside the team of the owner',
    evidence: [
      'Approved risk method with tiers and controls',
      'Register export with tier and control status',
      'Proof of ten sampled controls',
    ],
  },
  'RSK-3C': {
    owner: 'Head of procurement',
    action: 'Renegotiate the contracts that lack one of the six AI clauses',
    evidence: [
      'Standard clause list with approval',
      'Signed terms with the clause check by legal',
      'Responsibility matrix of each provider',
    ],
    outOf: 12,
  },
  'RSK-3D': {
    action: 'Assess providers also before AI features of existing software are switched on',
    evidence: [
      'Payment and sign-on export with first-use dates',
      'Approved assessments with proof of the provider',
      'Procurement rule that asks for the assessment',
    ],
  },
  'RSK-3E': {
    owner: 'Head of data science',
    action: 'Assess downloaded models and MCP servers before they reach production',
    evidence: [
      'Production scan with origin and first-use date',
      'Approved assessments with model cards and test results',
      'MCP server that was approved with conditions',
    ],
    outOf: 10,
  },
  'RSK-4A': {
    action: 'Watch the terms pages of the providers, and reassess within 45 days',
    evidence: [
      'Sampled providers with the date of the last decision',
      'Latest changes with publication date',
      'Reassessment decisions',
    ],
  },
  'RSK-4B': {
    owner: 'Head of risk management',
    action: 'Base the top risk ratings on attack tests of the last 6 months',
    evidence: [
      'Top-tier ratings with cited results',
      'Red-team and evaluation reports',
      'Section of the risk method on test results',
    ],
    outOf: 10,
  },
  'RSK-4C': {
    owner: 'Head of cloud platforms',
    action: 'Run an exit test with 50 real cases per critical provider, and begin with the most used',
    evidence: [
      'List of critical AI providers with dependent deployments',
      'Exit test reports with the scores of both sides',
      'Scoring method, and the origin of the cases',
    ],
    outOf: 5,
  },
  'RSK-5B': {
    owner: 'Head of risk management',
    action: 'Decide on measures for the five highest AI risks after a repeated loss calculation',
    evidence: [
      'Register extract with the ratings',
      'Budget decisions with measure and cost',
      'Loss calculations, and their repetition by controlling',
    ],
    outOf: 5,
  },
  'RSK-5D': {
    owner: 'Head of risk management',
    action: 'Connect the provider feed to the register, so that tiers change within a day',
    evidence: [
      'Sampled changes with provider page and time',
      'Event log of the feed',
      'Register history with tier changes',
    ],
  },
  'DEV-2A': {
    owner: 'Head of software engineering',
    action: 'Cancel private coding assistants, and give the developers business licenses',
    evidence: [
      'Approved list of coding assistants with terms',
      'Endpoint report of assistant use with planted uses',
      'License list of the assistants',
    ],
  },
  'DEV-2D': {
    owner: 'Head of workplace IT',
    action: 'Remove the AI extensions that are not on the list, and scan every month',
    evidence: [
      'Scan result by computer with the planted parts',
      'Approved list with approvers',
      'Requests for additions with decisions',
    ],
  },
  'DEV-2E': {
    action: 'Require review and scans for pushes of bots and coding agents',
    evidence: [
      'Sampled changes with approver and scan results',
      'List of branches that reached production',
      'Scanner settings for AI libraries',
    ],
  },
  'DEV-3A': {
    action: 'Create the AI-BOM in the build, and compare it with what is running',
    evidence: [
      'AI-BOMs of the deployments with dates',
      'Sampled parts with running version',
      'AI register and discovery data',
    ],
  },
  'DEV-3B': {
    action: 'Block direct downloads of models and packages in the build network',
    evidence: [
      'Intake log with scan result and version',
      'Sampled parts with the matching entry',
      'Scan result with planted parts, and the build rule',
    ],
  },
  'DEV-3D': {
    action: 'Move coding agents into containers without production credentials',
    evidence: [
      'List of computers and build runners with coding agents, and the sample',
      'Record of the commands and what was read',
      'Results of the credential search',
    ],
    outOf: 30,
    lacking: 0,
  },
  'DEV-3E': {
    action: 'Train models only through reviewed pipeline code with its own identity',
    evidence: [
      'Own models in production with hash',
      'Training job records with identity',
      'Review history of the pipeline code',
    ],
    notApplicable: 'Another company tunes the models. We have no training pipeline of our own.',
    outOf: 10,
  },
  'DEV-4B': {
    action: 'Add the signature check to the release paths that lack it',
    evidence: [
      'Log of planted tests with outcome',
      'Pipeline template with gates and signature check',
      'List of release paths',
    ],
  },
  'DEV-4C': {
    action: 'Compare running prompts and tool definitions with the repository every day',
    evidence: [
      'Record of the live changes with return time',
      'Repository history with reviewers',
      'Comparison reports of the last 30 days',
    ],
  },
  'DEV-4E': {
    action: 'Match advisories on models and MCP servers with the AI-BOMs by machine',
    evidence: [
      'Matching log with listing times',
      'Planting record of the advisories',
      'Settings of the advisory feeds',
    ],
  },
  'DEV-4F': {
    action: 'Turn the most frequent finding of each month into a gate',
    evidence: [
      'Monthly reports with findings by kind',
      'License list and list of agent accounts',
      'Gates with the planted case of each month',
    ],
    most: 6,
    lacking: 1,
  },
  'DEV-5A': {
    action: 'Refuse merges of coding agents without signed provenance',
    evidence: [
      'Query of merged agent changes with verification',
      'Sample of signed provenance records',
      'Merge rule, and a planted change that it refused',
    ],
  },
  'DEV-5B': {
    action: 'Rehearse without notice the removal of a model, an AI package and an MCP server',
    evidence: [
      'Drill report with times by deployment',
      'Scan before and after the drill',
      'Pipeline log of the replacement',
    ],
  },
  'CMP-2A': {
    owner: 'Head of compliance',
    action: 'Ask the owners of AI duties to accept them, and add the contract duties',
    evidence: [
      'AI duty list with owner and acceptance date',
      'Record of legal counsel on 20 sampled duties',
      'Digest of AI law and the contracts that were sampled',
    ],
    outOf: 20,
  },
  'CMP-2D': {
    action: 'Add the check for prohibited practices to the intake form',
    evidence: [
      'Written criteria for both questions',
      'Check records with reason and decider',
      'List of deployments first used in the last 12 months',
    ],
  },
  'CMP-3A': {
    owner: 'Head of compliance',
    action: 'Map the new duties to the control set, and let outside counsel read the mapping',
    evidence: [
      'Control map export with duties and evidence',
      'Sampled duties with the judgment of the reader',
      'Control proof with request and delivery dates',
    ],
    outOf: 20,
  },
  'CMP-3C': {
    owner: 'Data protection officer',
    action: 'Search indices, tuning data and providers for each request, and plant texts as a test',
    evidence: [
      'Planting record with test persons',
      'Requests of the test persons and the answers',
      'Access procedure with places and provider contacts',
    ],
  },
  'CMP-3D': {
    owner: 'Head of internal audit',
    action: 'Complete the AI audit of ten controls, with samples from three deployments',
    evidence: ['Approved audit plan', 'Audit report with a result for each control', 'Working papers with the samples'],
    most: 2,
  },
  'CMP-3E': {
    owner: 'Data protection officer',
    action: 'Assess bias together with privacy before the first use of high-risk AI',
    evidence: [
      'Register export of high-risk deployments',
      'Impact assessments with signatures',
      'Release rule that asks for the assessment',
    ],
    outOf: 12,
  },
  'CMP-4A': {
    owner: 'Head of compliance',
    action: 'Collect the evidence of ten more controls by machine',
    evidence: [
      'Control map and the sampled controls',
      'Collected evidence with source system and time',
      'Job history of the collector',
    ],
    outOf: 20,
  },
  'CMP-4C': {
    owner: 'Head of data science',
    action: 'Measure results by sex and age in all AI decisions, and correct those below the limit',
    evidence: [
      'Groups by deployment, and what it decides',
      'Measurement results with group sizes',
      'Record of the correction of one model',
    ],
    outOf: 8,
  },
  'CMP-4D': {
    owner: 'Head of compliance',
    action: 'Keep the first due date of audit findings, and let audit retest the closure',
    evidence: [
      'Finding tracker with first due dates',
      'Internal and external audit reports',
      'Retest notes of closed findings',
    ],
  },
  'CMP-4E': {
    owner: 'Head of application development',
    action: 'Record the inputs of each decision, so that explanations can be repeated',
    evidence: [
      'Sample with its method and dates',
      'Written explanations with recorded inputs',
      'Repeat runs for each result',
    ],
    outOf: 20,
  },
  'CMP-5A': {
    owner: 'Head of compliance',
    action: 'Agree on 21 days from a change in law to the changed control test',
    evidence: [
      'Record of outside counsel with the changes',
      'Version history of the control map',
      'Weekly digest of AI law',
    ],
    outOf: 10,
  },
  'CMP-5B': {
    owner: 'Head of compliance',
    action: 'Show failed control tests without manual edits in the report for customers and auditors',
    evidence: [
      'Planting record with control and time',
      'Report with test log',
      'Answers to one auditor and one customer',
    ],
    outOf: 20,
  },
  'IR-2A': {
    action: 'Test each first contact of the response plan, and add the missing AI incident types',
    evidence: [
      'Incident response plan with AI incident types',
      'Test messages to the first contacts with answers',
      'AI providers by number of users',
    ],
    most: 8,
  },
  'IR-2B': {
    action: 'Write the missing switch-off instructions, and have them confirmed',
    evidence: [
      'Switch-off instructions with person and steps',
      'Confirmations with rights export',
      'List of AI applications and services in use',
    ],
  },
  'IR-2C': {
    action: 'Plant three reports of odd AI behavior, and record them with the AI marker',
    evidence: [
      'Announcement of the channel to all staff',
      'Incident export with the AI marker',
      'Three planted reports with times',
    ],
  },
  'IR-3A': {
    action: 'Approve playbooks for six kinds of AI incident, and walk through each with all roles',
    evidence: [
      'Approved playbooks with version',
      'Walk-through records with participants',
      'AI incident types in the response plan',
    ],
    most: 8,
  },
  'IR-3B': {
    action: 'Keep retrieved context and tool calls for 60 days, and rebuild a sampled session',
    evidence: ['Forensic data list', 'Records of rebuilt sessions', 'Retention settings of the stores'],
    outOf: 10,
  },
  'IR-3C': {
    action: 'Add the decision on notices to the incident form, with a reason',
    evidence: [
      'Severity scheme with levels of harm',
      'Export of AI incidents with times',
      'Notification decisions with reasons',
    ],
    outOf: 10,
  },
  'IR-3E': {
    action: 'Run an AI table-top exercise with use owner, data owner, legal and communications',
    evidence: [
      'Exercise report with participants by function',
      'Decision of each function',
      'Action list with owners and due dates',
    ],
    most: 2,
  },
  'IR-4B': {
    action: 'Plan unannounced exercises on production AI, and measure the time to contain',
    evidence: ['Exercise reports with time line', 'Repeated attack steps with results', 'Calculation of the median'],
    lacking: 1,
  },
  'IR-4D': {
    action: 'Run the rollback and removal scripts on two random applications every quarter',
    evidence: [
      'Scripts in version control',
      'Run records with start and end',
      'Check of indices and memory after the run',
    ],
    lacking: 0,
  },
  'IR-4E': {
    action: 'Change one control for each severe incident within 90 days',
    evidence: [
      'List of AI incidents and exercises',
      'Lessons with rank and changed control',
      'Change records of guardrails and tests',
    ],
    outOf: 10,
  },
  'IR-5B': {
    owner: 'Lead of AI testing',
    action: 'Turn each closed AI incident into a blocking test within 7 days',
    evidence: [
      'AI incidents with judgment on the cause',
      'Test repository history',
      'Pipeline record of the stopped release',
    ],
    outOf: 8,
    lacking: 1,
  },
  'IR-5C': {
    owner: 'Head of security operations',
    action: 'Automate the containment of three agreed attacks, and count wrong stops',
    evidence: [
      'Injection record with times',
      'Automation log with alerts and actions',
      'Approved attacks, and reviews of all stops',
    ],
    outOf: 12,
  },
};
