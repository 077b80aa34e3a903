/**
 * What fictional organizations write about the objectives of AISMM: an action, and one piece of evidence for each piece that the
 * model asks for, in its order. A piece says what there is, and not how a measurement came out.
 */
import type { ObjectiveExample } from '../../assessment/example.js';

export const objectiveExamples: Readonly<Record<string, ObjectiveExample>> = {
  'GOV-2A': {
    action: 'Publish the AI use rules and the contact on a page that all account holders can open',
    evidence: [
      'AI use rules 2.3, signed by the accountable executive',
      'Appointment letter for the executive accountable for AI security',
      'Intranet post to everyone with an account, and two questions that reached the contact',
    ],
  },
  'GOV-2B': {
    action: 'Add the AI use rules to the onboarding course for employees and contractors',
    evidence: [
      'Directory export of new accounts with start dates and contractors marked',
      'Confirmation report of the learning platform for these accounts',
    ],
  },
  'GOV-2C': {
    action: 'Ask departments that have not replied to confirm their AI uses, with owners and purposes',
    evidence: [
      'Central list of AI uses with department, owner, purpose and date',
      'Confirmation emails from the departments',
      'List of the ten most used AI services, from sign-on and expense records',
      'Organization chart with all departments',
    ],
  },
  'GOV-3A': {
    action: 'Block the go-live ticket until the owner has completed the register entry',
    evidence: [
      'Export of the AI register with creation and completion dates',
      'Release, payment and cloud billing records that were searched for AI',
      'Release workflow rule that checks the register entry before go-live',
    ],
  },
  'GOV-3B': {
    action: 'Assign an owner to each AI control, and require yearly reports on all deployment types',
    evidence: [
      'Charter of the AI committee, with a list of members',
      'Minutes in which the committee adopted the framework and the responsibilities',
      'Reports of the control owners for each deployment type, with the gaps',
    ],
    lacking: 1,
  },
  'GOV-3C': {
    action: 'Assign the security course for each AI role to the people who have not passed it yet',
    evidence: [
      'List of people in each AI role, from the register and the access groups',
      'Completion report with the pass results of the last 12 months',
      'Outlines of the four role courses',
    ],
  },
  'GOV-4A': {
    action: 'Add test services to each discovery source, and investigate each service that was missed',
    evidence: [
      'Reconciliation report of the last 30 days for each source',
      'Job definition with the connected sources and networks',
      'Record of the planted test services',
      'List of unregistered services with follow-up tickets',
    ],
  },
  'GOV-4B': {
    action: 'Choose a production deployment at random, and test the stop order on this deployment',
    evidence: [
      'Mandate to stop AI deployments, signed by the board',
      'Record of the stop, with the random choice and the times of the order and the last use',
      'Usage log of the day before the order, and log of the failed attempts after the last use',
    ],
  },
  'GOV-4C': {
    action: 'Have the board approve limits for AI risk, and report the values every quarter',
    evidence: [
      'Reports to the risk committee on unregistered AI services and overdue exceptions',
      'Minutes with the approved limits, and the decision each time a limit was exceeded',
      'Discovery results and exception register, recounted by internal audit',
    ],
    most: 6,
  },
  'GOV-4D': {
    action: 'Have the ethics board review all high-risk uses again and set testable conditions',
    evidence: [
      'Mandate of the ethics board, with the members from outside the projects',
      'Ethics decisions of the last 12 months, with the conditions',
      'Confirmation of each condition, signed by a person outside the project',
      'Decision that delayed the applicant ranking pilot',
    ],
    outOf: 10,
  },
  'GOV-5A': {
    action: 'Implement the ten most important AI use rules as gateway policies, and test each policy',
    evidence: [
      'Catalog of the AI use rules with links to policy code',
      'Policy repository, and log of the test violations refused in the last 30 days',
      'Deployment status of gateway, cloud and pipeline policies',
    ],
    partlyFrom: 25,
  },
  'GOV-5B': {
    action: 'Connect the network discovery feed to the case system, so that each finding opens a case',
    evidence: [
      'Record of the planted test services, with the case that each service opened',
      'Case export with opening time and assignee',
      'Export of the other discovery findings with their cases',
    ],
    outOf: 12,
  },
  'GOV-5D': {
    action: 'Have the AI committee decide on serious incidents and findings within 14 days',
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
    action: 'Move teams with personal accounts to the company tenant of the provider',
    evidence: [
      'Sign-on and expense records with the users of each provider',
      'Admin console exports with owner, administrators and last use',
      'Subscription records of the tenants',
    ],
  },
  'ORG-2B': {
    owner: 'CISO',
    action: 'Search expense data for AI services, and decide on the ten most used services',
    evidence: [
      'Ledger of AI services with date and source',
      'Export of DNS queries and expenses for 30 days',
      'Decisions on the ten most used services',
    ],
    most: 4,
  },
  'ORG-2D': {
    owner: 'Head of cloud platforms',
    action: 'Move the remaining notebooks out of the production cloud account',
    evidence: [
      'List of production AI workloads with cluster or account',
      'Resource export of each cluster or account, with the notes of the outside reviewer',
      'Labels that state the purpose of each resource',
    ],
  },
  'ORG-3B': {
    owner: 'Head of cloud platforms',
    action: 'Scan the sampled accounts again, and assign a team to each component without an owner',
    evidence: [
      'List of accounts, clusters and tenants, with the sample marked',
      'AI components found in each sampled account, cluster or tenant',
      'Inventory export with owning team and date of confirmation',
    ],
    lacking: 0,
  },
  'ORG-3C': {
    owner: 'Head of cloud platforms',
    action: 'Move deployments to the environment for their risk tier, and test network connections',
    evidence: [
      'Isolation standard 1.4, with the accounts that only high-risk deployments use',
      'Table of the sampled deployments, with risk tier and environment',
      'Record of the connection attempts, with the result of each attempt',
    ],
    lacking: 1,
  },
  'ORG-3D': {
    owner: 'Head of cloud platforms',
    action: 'Extend the AI allowlist policy from cloud accounts to software tenants',
    evidence: [
      'Policy code with the approved services and their approvers',
      'Lists of cloud accounts and tenants, with the sample marked',
      'Test requests of the last 90 days, with the responses',
    ],
    lacking: 1,
  },
  'ORG-3E': {
    owner: 'Head of workplace IT',
    action: 'Block unapproved browser and computer-use agents, and sign-on from unmanaged computers',
    evidence: [
      'Browser policy with the approved agents',
      'Sign-on log of each device, with the sampled computers marked',
      'Results of the tests with both kinds of agents on each sampled computer',
    ],
    lacking: 1,
  },
  'ORG-4A': {
    owner: 'Head of IT operations',
    action: 'Block direct model traffic at the firewall, and route this traffic through the AI gateway',
    evidence: [
      'Record of the attempted direct connections',
      'Gateway logs of the same connections',
      'Gateway configuration and egress rules',
    ],
  },
  'ORG-4B': {
    owner: 'Head of workplace IT',
    action: 'Add local models and MCP servers to the endpoint block list',
    evidence: [
      'Endpoint policy with the approved AI software',
      'Sign-on log of each device, with the sampled computers marked',
      'Test record of the sampled computers for the four kinds of AI software',
    ],
    lacking: 1,
  },
  'ORG-4D': {
    action: 'Set limits on spending and run time for every agent, and have another team test the limits',
    evidence: [
      'Limits of each sampled agent, with the approver',
      'Test reports of the last 6 months with every attempt',
      'Agent inventory, with the sample marked',
    ],
  },
  'ORG-5A': {
    owner: 'Head of cloud platforms',
    action: 'Write remediation code for all kinds of platform deviations, and test the code',
    evidence: [
      'Record of the planted deviations',
      'Event history with the corrections',
      'Remediation code with its change history',
    ],
    outOf: 12,
  },
  'ORG-5B': {
    action: 'In the next emergency drill, cut off access to a provider, an agent and a tool',
    evidence: [
      'Report of the drill in which access was cut off',
      'Gateway, identity and tool logs of the drill',
      'List of the five most used providers, agents and tools, with the random choice',
    ],
  },
  'ORG-5D': {
    owner: 'Head of cloud platforms',
    action: 'Keep new provider features off by default, and decide on each feature within 10 days',
    evidence: [
      'Release notes of the five providers, with the sampled features marked',
      'Policy history that shows that each feature was off before the decision',
      'Decision records with conditions',
    ],
    lacking: 1,
  },
  'IAM-2A': {
    action: 'Connect the remaining AI services to single sign-on, and disable local logins',
    evidence: [
      'Export of AI applications and sign-on policies',
      'Screenshots of sign-in settings that show disabled local logins',
      'Sign-on, payment and network records with user counts',
    ],
  },
  'IAM-2B': {
    action: 'Replace shared accounts of agents and pipelines with service accounts',
    evidence: [
      'List of agents and pipelines, with the trigger and the identity of each',
      'Directory export of service accounts and workload identities',
      'Sign-in records of these identities for the last 30 days',
    ],
  },
  'IAM-2C': {
    action: 'Move provider keys from configuration files to the vault, and assign an owner to each key',
    evidence: [
      'Lists of active keys from the provider consoles',
      'Vault inventory with the owner and creation date of each key, and the vault access log',
      'Trace of one key from the console to the vault, and to the program that uses the key',
    ],
  },
  'IAM-3B': {
    action: 'Test each agent with two users who have different rights, and block unauthorized actions',
    evidence: [
      'Test results for each agent, with the refused actions',
      'Log entries that show the user for each refusal',
      'List of production agents that act on behalf of users',
    ],
  },
  'IAM-3C': {
    action: 'Ask owners to confirm their machine identities, and remove the unconfirmed identities',
    evidence: [
      'Register of machine identities with owner, purpose and expiry',
      'Result of the review campaign of the last 6 months',
      'Directory, cloud and provider exports used for the count',
    ],
  },
  'IAM-3D': {
    action: 'Require a second approver for prompt, guardrail and model changes, including in consoles',
    evidence: [
      'Record of the attempts to release without approval, with the refusals',
      'Role definitions, and an alert for each use of an emergency account',
      'Branch protection and workflow settings',
    ],
  },
  'IAM-3E': {
    owner: 'Lead architect',
    action: 'Make every MCP server and tool verify the audience, expiry and revocation of each token',
    evidence: [
      'Authorization standard for MCP servers and agent tools',
      'Test report with the results of the four calls to each server',
      'Component inventory and agent logs of the last 30 days',
      'Remediation plan for servers that failed an earlier test',
    ],
  },
  'IAM-4C': {
    action: 'Test the revocation of two agents, and close any sessions that remain active',
    evidence: [
      'Reports of the revocation tests, with the time of each order',
      'List of sessions, tokens and cached credentials before the order',
      'Identity and tool logs before and after the order',
    ],
  },
  'IAM-4D': {
    action: 'Replace the long-lived agent keys with tokens that expire after 12 hours',
    evidence: [
      'Record of the credential search for each agent, with the result 24 hours later',
      'Token service settings with the maximum lifetimes',
      'Record of the two long-lived keys that were planted for the test',
      'Register of exceptions for long-lived agent keys',
    ],
  },
  'IAM-4E': {
    action: 'Remove machine rights automatically after 90 days without use',
    evidence: [
      'Record of the rights planted for the test, with the dates of assignment and removal',
      'Rights exports and change history of the platforms',
      'List of rights removed in the last 6 months',
    ],
  },
  'IAM-5A': {
    action: 'Have the workload identity service issue a separate identity for each agent run',
    evidence: [
      'Test record of each sampled agent, with the refused calls',
      'Records of when run identities were issued and ended, compared with run logs',
      'Attestation policy of the workload identity service',
    ],
  },
  'IAM-5C': {
    action: 'Connect the risk signals of agents to the policy engine, and test with planted signals',
    evidence: [
      'Record of the planted risk signals',
      'Decision log before and after each signal',
      'Policy code with its change history',
    ],
    outOf: 12,
  },
  'MON-2A': {
    action: 'Extend the log retention of the AI services to 120 days',
    evidence: [
      'Log settings of each service with the retention period',
      'Sign-in and admin records that were retrieved for a week chosen by internal audit',
      'Approval and sign-on records with user counts',
    ],
  },
  'MON-2D': {
    owner: 'Head of workplace IT',
    action: 'In each assistant, show whether prompts are retained, for how long, and who may read them',
    evidence: [
      'Notices as shown to users, with the date',
      'Log access groups and retention settings compared with the notices',
      'Approval and sign-on records with user counts',
    ],
  },
  'MON-2E': {
    owner: 'Head of cloud platforms',
    action: 'Turn on logging of model calls in all accounts that the billing export lists',
    evidence: [
      'Billing export with accounts that called managed models',
      'Export of logging settings for each account and region',
      'Prompt and response of one call, retrieved for each account',
    ],
  },
  'MON-3A': {
    action: 'Send tool calls and model versions of the high-risk applications to the central log store',
    evidence: [
      'Logging standard for AI 1.2',
      'Record of the planted test calls, and the log records that were found',
      'Extract of the AI register with the deployments in the high-risk tier',
    ],
    outOf: 10,
  },
  'MON-3C': {
    action: 'Tune the alert rules for all four kinds of cases, and test them with 12 planted cases',
    evidence: [
      'Record of the planted cases, with alert times',
      'Export of the SIEM rules, with log sources',
      'List of production deployments, with the sample marked',
    ],
    outOf: 12,
  },
  'MON-3D': {
    owner: 'Head of security operations',
    action: 'Add specific steps to each runbook, and have people on duty complete it in a test case',
    evidence: [
      'Runbooks for AI events',
      'Case records with steps, times and the person on duty',
      'Duty roster of the security operations team',
    ],
    most: 5,
  },
  'MON-4A': {
    action: 'Add an alert for AI deployments that deliver no logs for a day',
    evidence: [
      'Record of the logs that were withheld for the test',
      'Alerts of the log store with times',
      'Approved set of logs for each sampled deployment',
    ],
  },
  'MON-4B': {
    action: 'Simulate eight attacks in production, and write rules for attacks that raised no alert',
    evidence: ['Chosen techniques with ATLAS ids', 'Simulation records with every run', 'Alert export with times'],
    outOf: 8,
    lacking: 0,
  },
  'MON-4C': {
    action: 'Store agent action logs where operators have no access, and have a tester try to edit them',
    evidence: [
      'Records of the attempts to change the logs of each agent',
      'Storage configuration of the action logs',
      'Access list of the log storage',
    ],
    outOf: 10,
  },
  'MON-4D': {
    action: 'Add an alert for callers with an unusual number of queries to the tuned models',
    evidence: [
      'Record of the planted extraction queries',
      'Alerts of the same day with caller and time',
      'Export of the model endpoints with their callers',
    ],
    outOf: 10,
  },
  'MON-5D': {
    action: 'Simulate new attack techniques in production within 21 days, and add the missing alerts',
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
      'List of all release paths into production, including manual paths',
      'Records of the planted releases, with path and outcome',
      'Pipeline code of the log and alert tests',
    ],
  },
  'INF-2A': {
    action: 'Block anonymous access to the test endpoint that is reachable from the internet',
    evidence: [
      'List of endpoints and gateways from cloud accounts, DNS and the AI register',
      'Results of the anonymous requests with time',
      'Sign-in setting of one endpoint',
    ],
    partlyFrom: 70,
  },
  'INF-2B': {
    action: 'Set a budget limit on every paid AI account, with an alert to its owner',
    evidence: [
      'List of paid accounts, with the limit and the highest monthly cost of each',
      'Budget settings of one provider',
      'Budget alert from a test in one project',
    ],
  },
  'INF-2C': {
    action: 'Add a manual alternative for the three most used AI services to the continuity plan',
    evidence: [
      'Continuity plan with review date and AI uses',
      'Business impact analysis and usage numbers',
      'Confirmation by two randomly chosen people that each manual alternative works',
    ],
  },
  'INF-2D': {
    action: 'Add the notebook hosts to the monthly patch report, and patch them within 30 days',
    evidence: [
      'Patch reports of the last 90 days for each host',
      'List of AI hosts from cloud accounts and clusters',
      'Image build record of one host after a patch',
    ],
  },
  'INF-3A': {
    action: 'Replace unrestricted egress from agents and notebooks with lists of approved destinations',
    evidence: [
      'Network policies of the sampled agents and notebooks',
      'Results of the connection attempts to other destinations',
      'Approval of the destination that was added most recently',
    ],
  },
  'INF-3C': {
    action: 'Restore all applications from backup within six months, including indices and prompts',
    evidence: [
      'Restore test records with the results of the 20 test questions',
      'Backup configuration for index, prompt and agent stores',
      'List of applications with their data stores',
    ],
  },
  'INF-3D': {
    action: 'Import the endpoints that were created by hand into the infrastructure code',
    evidence: [
      'Record of the planted changes, and the first comparison with the code after the changes',
      'List of model endpoints from cloud accounts',
      'Merge records with reviewer and date',
    ],
  },
  'INF-3E': {
    action: 'For each critical use, rehearse a working day without the main provider',
    evidence: [
      'Rehearsal reports with the sampled tasks',
      'List of critical AI uses with recovery time and fallback',
      'Tickets that show which tasks were completed',
    ],
    outOf: 10,
  },
  'INF-4C': {
    action: 'Rebuild the serving images every week, and fix critical vulnerabilities within 7 days',
    evidence: [
      'Weekly scan results for each host',
      'List of AI hosts for each week',
      'Build history of the serving images',
    ],
  },
  'INF-4D': {
    action: 'Add an alert for copies of whole models, and remove read rights that no one needs',
    evidence: [
      'Results of the search for stores with model weights',
      'Records of the test copies, showing how each copy was stopped or questioned',
      'List of people and workloads that may read model weights',
    ],
    notApplicable: 'The provider keeps the tuned weights, and offers no way to copy them.',
    outOf: 10,
  },
  'INF-4E': {
    action: 'Compare recovery and isolation reports of critical providers with our requirements',
    evidence: [
      'Assurance reports of the providers',
      'Review records that compare the reports with the required recovery times',
      'Remediation tracker with gaps and closing dates',
    ],
    outOf: 10,
  },
  'INF-4F': {
    action: 'Test whether other groups can read data in shared vector stores, caches and queues',
    evidence: [
      'List of shared resources with groups and rights',
      'Test reports with the planted data',
      'Configuration of one vector store',
    ],
  },
  'INF-5A': {
    action: 'Simulate an unannounced provider failure, and test the guardrails of the fallback model',
    evidence: [
      'Records of the simulated failures, with the random choice of the target',
      'Description of how each failure was caused, and list of people who knew in advance',
      'Gateway logs of the switch to the fallback model',
      'Results of the five test attacks on the fallback model',
    ],
  },
  'INF-5C': {
    action: 'Release keys for the top data class only to attested workloads',
    evidence: [
      'Key release log of the key service, with attestations',
      'Key policy with its change history',
      'Record of the tests with altered environments',
    ],
    outOf: 8,
    lacking: 1,
  },
  'MOD-2A': {
    owner: 'Head of data science',
    action: 'Add models from gateway and billing logs that are missing from the model list',
    evidence: [
      'Model list with source, license, version and team',
      'Gateway, serving and billing logs for each model',
      'Sign-on records with the number of users of each service',
    ],
  },
  'MOD-2B': {
    owner: 'Head of application development',
    action: 'Replace unversioned model names with dated versions in all production settings',
    evidence: [
      'List of applications with the deployed model names',
      'Export of model deployments with their update settings',
      'Provider page that lists fixed model versions',
    ],
  },
  'MOD-2C': {
    action: 'Run the 20 standard test cases before each first release',
    evidence: [
      'Test results with date, model version and tester',
      'List of first releases from change records',
      'Test result after which another model was chosen',
    ],
  },
  'MOD-2D': {
    owner: 'Head of data science',
    action: 'Compare the hashes of all weight files on serving hosts with the published hashes',
    evidence: [
      'List of approved publishers, with the approver of each',
      'Hash comparison of the files on the serving hosts',
      'License text and download record of one model',
    ],
  },
  'MOD-3A': {
    action: 'Block calls to models that are not approved for the use in the register',
    evidence: [
      'Register of approved models',
      'Calls of each application to each model in the last 30 days',
      'Log entry of a refused call to an unapproved model',
    ],
  },
  'MOD-3D': {
    action: 'Run the adversarial test suite in the release pipeline, including for prompt changes',
    evidence: [
      'Test suite results for each release',
      'Attacks in the test suite, with the pass criteria',
      'Release records from pipelines and consoles',
    ],
  },
  'MOD-3E': {
    owner: 'Head of data science',
    action: 'Choose and test a replacement for each model version that ends within 180 days',
    evidence: [
      'Calls of each application to each model version',
      'Register extract with end date and replacement',
      'Retirement notices of the providers',
      'Test results of the replacements',
    ],
    outOf: 12,
    lacking: 2,
  },
  'MOD-4C': {
    owner: 'Head of cloud platforms',
    action: 'Verify signatures when a model is loaded, and test the check with an altered weight file',
    evidence: [
      'List of runtimes with image and settings',
      'Record of the tests with altered model files',
      'Setting that blocks a model after a failed check',
    ],
  },
  'MOD-4E': {
    action: 'Hire an external red team for the high-risk applications, and close the old findings',
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
      'Test results for each model version and application',
      'Gateway logs with the first production calls',
    ],
    outOf: 15,
    lacking: 0,
  },
  'MOD-4G': {
    action: 'Each month, check 50 answers of each high-risk application against an error limit',
    evidence: [
      'Results of the monthly checks of sampled answers',
      'Description of false and unsafe answers, with the approver',
      'Records of the rollback and the human reviews after one failed check',
    ],
  },
  'MOD-5A': {
    action: 'Automate the evaluation of new models, so that advice is available within 5 days',
    evidence: [
      'Release pages of the ten newest models',
      'Number of calls to the models of each vendor',
      'Evaluation reports with the advice for or against use',
    ],
    outOf: 10,
    lacking: 1,
  },
  'MOD-5C': {
    owner: 'Head of data science',
    action: 'Close the console path that releases prompts without the evaluation gate',
    evidence: [
      'List of release paths, compared with the rights to change production',
      'Records of the planted changes, with path and outcome',
      'Gate code with thresholds and change history',
    ],
  },
  'APP-2B': {
    action: 'Turn on the output filter in all assistants, and repeat the five test messages',
    evidence: [
      'Filter settings of each assistant',
      'List of the five test messages',
      'Test records with every run and every answer',
      'AI register with user counts, compared with sign-on records',
    ],
    outOf: 20,
  },
  'APP-2D': {
    action: 'Have a second person review all system prompts, and scan the prompts for secrets',
    evidence: [
      'Repository history of the prompts, with reviewers',
      'Secret scan report that shows the planted test key',
      'Comparison of running prompts with the repository',
    ],
    lacking: 0,
  },
  'APP-2E': {
    action: 'Add the AI notice to the phone line and the email replies',
    evidence: [
      'Screenshots of the first exchange in each channel',
      'List of public websites, apps and phone lines, with those that use AI marked',
      'Wording of the notice, approved by legal',
    ],
    notApplicable: 'Employees read and send every answer. AI never answers people outside the organization directly.',
  },
  'APP-3D': {
    action: 'Encode model output before it reaches a database, a shell or an interpreter',
    evidence: [
      'Test records with each planted script and query',
      'Review results for each application',
      'Shared encoding library and the repositories that use it',
    ],
  },
  'APP-3E': {
    action: 'Require the injection test suite to pass before each release, even for small changes',
    evidence: [
      'Injection test suite with the cases for each attack',
      'Test suite results before the sampled releases',
      'Deployment records, with the sampled releases marked',
    ],
  },
  'APP-3F': {
    action: 'Require approval in code before an agent pays, deletes or sends anything',
    evidence: [
      'Export of agent tool rights, with high-impact actions marked',
      'Test records that show the refused attempts',
    ],
  },
  'APP-3G': {
    action: 'Review connectors that are active without approval, and turn off unused connectors',
    evidence: [
      'Exports of connectors and MCP servers from each console',
      'Approval records with the permitted data and actions',
      'Setting that prevents users from adding connectors',
    ],
  },
  'APP-4A': {
    action: 'Route all tool calls of agents through the policy layer, and test it with forbidden calls',
    evidence: [
      'Decision log of the policy layer',
      'Sampled tool calls, with the decision on each call',
      'Record of the forbidden calls that were planted',
    ],
    lacking: 0,
  },
  'APP-4D': {
    action: 'Test and tune guardrails every quarter with new attacks and legitimate requests',
    evidence: [
      'Measurement reports for each deployment',
      'Attacks from an external collection, and the legitimate requests',
      'Tuning changes after a missed target',
    ],
    outOf: 10,
  },
  'APP-4E': {
    owner: 'Head of application development',
    action: 'Add harmful test requests to the real requests, and train approvers with the results',
    evidence: [
      'Record of the planted requests, with the approver and the changed value',
      'Approval log with decision and time',
      'Change to the approval screen because of the results',
    ],
  },
  'APP-5B': {
    action: 'Separate planning from outside content in all agents that can take high-impact actions',
    evidence: [
      'Design records that show how planning is separated from outside content',
      'List of outside sources for each agent',
      'Injection test results for each source',
    ],
    lacking: 1,
  },
  'APP-5C': {
    action: 'Within three days, stop each attack that testers got past a guardrail',
    evidence: [
      'Attack reports with time and tester',
      'Retests with reworded attacks and legitimate requests',
      'Release history of the guardrails',
    ],
    outOf: 12,
  },
  'DAT-2A': {
    owner: 'Chief data officer',
    action: 'Complete the AI statements of the data classes, and test them with sampled staff',
    evidence: [
      'Data classification 3.0 with AI statements',
      'Approval by the executive board',
      'Record of the test with the sampled staff and three cases',
    ],
    lacking: 1,
  },
  'DAT-2B': {
    action: 'Check the training and retention terms of services that have no record yet',
    evidence: [
      'Records of the checks, with the decision on each service',
      'Setting exports and contract clauses for five sampled results',
      'AI register and expense records used for the count',
    ],
  },
  'DAT-2D': {
    action: 'Add logs and memory to the data flow diagrams, and compare the diagrams with production',
    evidence: [
      'Data flow diagrams with dates',
      'Notes on the comparison with production, with name and date',
      'AI register with user counts and links to the diagrams',
    ],
    outOf: 20,
  },
  'DAT-3D': {
    owner: 'Chief data officer',
    action: 'Block training jobs on datasets without an approved record',
    evidence: [
      'Dataset records with legal basis and approver',
      'Job logs and provider tuning records with the datasets that were used',
      'Record of the dataset that was cleaned before use',
    ],
  },
  'DAT-3E': {
    owner: 'Lead architect',
    action: 'Enforce the rights of the user in every index, and test each index with two users',
    evidence: [
      'Test results for both users, with the planted test items',
      'List of indices and memory stores, with the source of their access rights',
      'Record of the fix for the deployment that failed the first test',
    ],
  },
  'DAT-3F': {
    owner: 'Head of workplace IT',
    action: 'Restrict the over-shared folders that the assistant found, starting with HR',
    evidence: [
      'Record of the searches, with the judgment on each result',
      'Access rights of the test account, and the planted test documents',
      'Records of the restricted access rights for each site and folder',
    ],
    outOf: 30,
  },
  'DAT-3G': {
    owner: 'Head of cloud platforms',
    action: 'Turn off cross-region routing, and confirm the regions of logs and indices',
    evidence: [
      'Allowed regions for each deployment, set by the privacy office',
      'Region settings of model services and log stores',
      'Confirmation record that covers cross-region routing',
    ],
    lacking: 1,
  },
  'DAT-4D': {
    owner: 'Chief data officer',
    action: 'Scan the answers of all high-risk deployments, and plant three leaks in each deployment',
    evidence: [
      'Scan coverage and leak rate of each deployment',
      'Change history of the scan rules',
      'Record of the planted leaks',
    ],
    outOf: 10,
  },
  'DAT-4E': {
    owner: 'Chief data officer',
    action: 'Add caches and agent memory to the deletion job, and verify the deletion after 7 days',
    evidence: [
      'List of the planted records, with their stores and deletion orders',
      'Results of queries on each store 7 days after the deletion order',
      'Data lineage of one deployment',
    ],
  },
  'DAT-4F': {
    owner: 'Head of security operations',
    action: 'Block restricted records at the proxy and endpoint before they reach AI services',
    evidence: [
      'List of the planted records, with data class and transfer path',
      'Block and alert events, with the time when a person opened each event',
      'List of computers and gateways, with the sample marked',
    ],
  },
  'DAT-5A': {
    owner: 'Chief data officer',
    action: 'Move the access rules of all indices to one policy engine',
    evidence: [
      'Record of the test queries that were sent after rights were withdrawn',
      'Decision log of the policy engine',
      'List of indices, and the policy code with tests',
    ],
  },
  'DAT-5B': {
    owner: 'Chief data officer',
    action: 'Check new records for poisoning before they reach an index',
    evidence: [
      'List of the poisoned records that were planted, with path and kind',
      'Quarantine log, with the share of other records that were quarantined',
      'List of ingestion paths, with the sampled paths marked',
    ],
  },
  'DAT-5C': {
    owner: 'Head of data science',
    action: 'Retrain the tuned model without the removed records, and try to extract them again',
    evidence: [
      'Dates on which test records were planted and removed, with the model versions',
      'Results of the extraction attempts before and after removal',
      'Description of the retraining, with the release',
    ],
    notApplicable: 'The model was tuned only with public product data. No one can require us to remove this data.',
  },
  'RSK-2A': {
    action: 'Require the AI risk questionnaire in the procurement workflow before the first payment',
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
      'Vendor replies, with the relevant sentence marked',
    ],
    outOf: 30,
  },
  'RSK-3A': {
    owner: 'Head of risk management',
    action: 'Have someone outside the team verify the evidence for the controls of each risk tier',
    evidence: [
      'Approved risk method with tiers and controls',
      'Register export with tier and control status',
      'Evidence for ten sampled controls',
    ],
  },
  'RSK-3C': {
    owner: 'Head of procurement',
    action: 'Renegotiate the contracts that lack one of the six AI clauses',
    evidence: [
      'Standard clause list with approval',
      'Signed terms, with the clause-by-clause check by legal',
      'Responsibility matrix of each provider',
    ],
    outOf: 12,
  },
  'RSK-3D': {
    action: 'Assess the provider before AI features of existing software are switched on',
    evidence: [
      'Payment and sign-on export with first-use dates',
      'Approved assessments with evidence from the provider',
      'Procurement rule that requires the assessment',
    ],
  },
  'RSK-3E': {
    owner: 'Head of data science',
    action: 'Assess downloaded models and MCP servers before they reach production',
    evidence: [
      'Production scan with origin and first-use date',
      'Approved assessments with model cards and test results',
      'Record of an MCP server that was approved with conditions',
    ],
    outOf: 10,
  },
  'RSK-4A': {
    action: 'Monitor the terms pages of the providers, and assess each change within 45 days',
    evidence: [
      'Sampled providers with the date of the last decision',
      'Latest changes by each provider, with publication dates',
      'Reassessment decisions',
    ],
  },
  'RSK-4B': {
    owner: 'Head of risk management',
    action: 'Base the top risk ratings on attack tests of the last 6 months',
    evidence: [
      'Top-tier risk ratings with the cited test results',
      'Red-team and evaluation reports',
      'Section on test results in the risk method',
    ],
    outOf: 10,
  },
  'RSK-4C': {
    owner: 'Head of cloud platforms',
    action: 'Run an exit test with 50 real cases for each critical provider, most used provider first',
    evidence: [
      'List of critical AI providers with dependent deployments',
      'Exit test reports with the scores of the provider and the substitute',
      'Scoring method, and the origin of the cases',
    ],
    outOf: 5,
  },
  'RSK-5B': {
    owner: 'Head of risk management',
    action: 'Fund measures for the five highest AI risks, based on verified loss calculations',
    evidence: [
      'Register extract with the ratings',
      'Budget decisions with measure and cost',
      'Loss calculations, and the repeated calculations by the finance department',
    ],
    outOf: 5,
  },
  'RSK-5D': {
    owner: 'Head of risk management',
    action: 'Connect the provider feed to the register, so that risk tiers are updated within a day',
    evidence: [
      'Sampled changes with provider page and time',
      'Event log of the feed',
      'Register history with tier changes',
    ],
  },
  'DEV-2A': {
    owner: 'Head of software engineering',
    action: 'Block unapproved coding assistants, and give developers business licenses',
    evidence: [
      'Approved list of coding assistants with terms',
      'Endpoint report of assistant use, with the planted test uses marked',
      'License list of the assistants',
    ],
  },
  'DEV-2D': {
    owner: 'Head of workplace IT',
    action: 'Remove AI extensions that are not on the approved list, and scan every month',
    evidence: [
      'Scan result for each computer, with the planted test items',
      'Approved list with approvers',
      'Requests for additions to the list, with decisions',
    ],
  },
  'DEV-2E': {
    action: 'Require reviews and scans for pushes by bots and coding agents',
    evidence: [
      'Sampled changes with the approver and the scan results',
      'List of branches that reached production',
      'Scanner settings for AI libraries',
    ],
  },
  'DEV-3A': {
    action: 'Generate the AI-BOM in the build, and compare the AI-BOM with the running deployment',
    evidence: [
      'AI-BOMs of the deployments with dates',
      'Sampled parts with the running version of each',
      'AI register and discovery data',
    ],
  },
  'DEV-3B': {
    action: 'Block direct downloads of models and packages in the build network',
    evidence: [
      'Log of the central intake review, with scan result and version',
      'Sampled parts with the matching log entries',
      'Scan result with the planted test parts, and the build rule',
    ],
  },
  'DEV-3D': {
    action: 'Move coding agents into containers without production credentials',
    evidence: [
      'List of computers and build runners with coding agents, with the sample marked',
      'Record of the test commands, with the files that were read',
      'Results of the credential search',
    ],
    outOf: 30,
    lacking: 0,
  },
  'DEV-3E': {
    action: 'Train models only with reviewed pipeline code that runs under a separate identity',
    evidence: [
      'List of our models in production, with their hashes',
      'Training job records with the identity of each job',
      'Review history of the pipeline code',
    ],
    notApplicable: 'Another company tunes the models. We have no training pipeline of our own.',
    outOf: 10,
  },
  'DEV-4B': {
    action: 'Add the signature check to the release paths that lack it',
    evidence: [
      'Log of the tests with planted items, with the outcome of each',
      'Pipeline template with gates and signature check',
      'List of release paths',
    ],
  },
  'DEV-4C': {
    action: 'Compare running prompts and tool definitions with the repository every day',
    evidence: [
      'Record of the live changes, with the time when each change was reversed',
      'Repository history with reviewers',
      'Comparison reports of the last 30 days',
    ],
  },
  'DEV-4E': {
    action: 'Automatically match advisories on models and MCP servers against the AI-BOMs',
    evidence: [
      'Log of the matches, with the time when each list of deployments was created',
      'Record of the planted advisories',
      'Settings of the advisory feeds',
    ],
  },
  'DEV-4F': {
    action: 'Add a pipeline gate for the most frequent finding of each month',
    evidence: [
      'Monthly reports with the findings of each kind',
      'License list and list of agent accounts',
      'Pipeline gates, with the planted test case of each month',
    ],
    most: 6,
    lacking: 1,
  },
  'DEV-5A': {
    action: 'Refuse merges by coding agents without signed provenance',
    evidence: [
      'Query of merged agent changes, with verification results',
      'Sample of signed provenance records',
      'Merge rule, and a planted change that the rule refused',
    ],
  },
  'DEV-5B': {
    action: 'Run an unannounced drill to remove a model, an AI package and an MCP server',
    evidence: [
      'Drill report with the times for each deployment',
      'Scans before and after the drill',
      'Pipeline log of the replacement',
    ],
  },
  'CMP-2A': {
    owner: 'Head of compliance',
    action: 'Ask owners to accept their AI obligations, and add obligations from contracts',
    evidence: [
      'List of AI obligations with owner and acceptance date',
      'Record of legal counsel on 20 sampled obligations',
      'Digest of AI law and the contracts that were sampled',
    ],
    outOf: 20,
  },
  'CMP-2D': {
    action: 'Add the check for prohibited practices to the request form for AI uses',
    evidence: [
      'Written criteria for prohibited practices and privacy impact assessments',
      'Records of the checks, with the reason and the person who decided',
      'List of deployments first used in the last 12 months',
    ],
  },
  'CMP-3A': {
    owner: 'Head of compliance',
    action: 'Map the new obligations to the control set, and have outside counsel review the mapping',
    evidence: [
      'Control map export with obligations and evidence',
      'Sampled obligations with the judgment of the reviewer',
      'Evidence for the chosen controls, with request and delivery dates',
    ],
    outOf: 20,
  },
  'CMP-3C': {
    owner: 'Data protection officer',
    action: 'For each request, search indices, tuning and provider data, and test with planted texts',
    evidence: [
      'Record of the planted texts about the test participants',
      'Access requests from the test participants, and the replies',
      'Procedure for access requests, with data locations and provider contacts',
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
      'Release rule that requires the assessment',
    ],
    outOf: 12,
  },
  'CMP-4A': {
    owner: 'Head of compliance',
    action: 'Automate the collection of evidence for ten more controls',
    evidence: [
      'Control map and the sampled controls',
      'Collected evidence with the source system and the time',
      'Job history of the collector',
    ],
    outOf: 20,
  },
  'CMP-4C': {
    owner: 'Head of data science',
    action: 'Measure results for each sex and age group, and correct AI decisions outside the limits',
    evidence: [
      'Groups for each deployment, and the decisions that the deployment makes',
      'Measurement results with group sizes',
      'Record of the correction of one model',
    ],
    outOf: 8,
  },
  'CMP-4D': {
    owner: 'Head of compliance',
    action: 'Keep the first due date of audit findings, and have internal audit retest closed findings',
    evidence: [
      'Finding tracker with first due dates',
      'Internal and external audit reports',
      'Retest notes of closed findings',
    ],
  },
  'CMP-4E': {
    owner: 'Head of application development',
    action: 'Record the inputs of each decision, so that explanations can be verified',
    evidence: [
      'Sample of AI results, with the sampling method and dates',
      'Written explanations with the recorded inputs',
      'Records of the repeat runs for each result',
    ],
    outOf: 20,
  },
  'CMP-5A': {
    owner: 'Head of compliance',
    action: 'Agree to update controls and their tests within 21 days of a change in law',
    evidence: [
      'Record of the changes in AI law, written by outside counsel',
      'Version history of the control map',
      'Weekly digest of AI law',
    ],
    outOf: 10,
  },
  'CMP-5B': {
    owner: 'Head of compliance',
    action: 'Show failed control tests without manual edits in the report for customers and auditors',
    evidence: [
      'Record of the planted failures, with control and time',
      'Report for customers and auditors, with the test log',
      'Replies to one auditor and one customer',
    ],
    outOf: 20,
  },
  'IR-2A': {
    action: 'Test each point of contact with a message, and add missing AI incident types to the plan',
    evidence: [
      'Incident response plan with AI incident types',
      'Test messages to the points of contact, with the replies',
      'List of AI providers with their number of users',
    ],
    most: 8,
  },
  'IR-2B': {
    action: 'Write the missing switch-off instructions, and have the responsible people confirm them',
    evidence: [
      'Switch-off instructions with the responsible person and the steps',
      'Confirmations of the responsible people, with an export of their rights',
      'List of AI applications and services in use',
    ],
  },
  'IR-2C': {
    action: 'Send three test reports of odd AI behavior, and record each report with the AI marker',
    evidence: [
      'Announcement of the channel to all staff',
      'Export of the incidents with the AI marker',
      'Three test reports, with the times of receipt and recording',
    ],
  },
  'IR-3A': {
    action: 'Approve playbooks for six kinds of AI incident, and have all roles walk through each one',
    evidence: [
      'Approved playbooks with version',
      'Walk-through records with participants',
      'AI incident types in the response plan',
    ],
    most: 8,
  },
  'IR-3B': {
    action: 'Retain context and tool calls for 60 days, and reconstruct a sampled session',
    evidence: [
      'List of the forensic data to retain',
      'Records of the reconstructed sessions',
      'Retention settings of the stores',
    ],
    outOf: 10,
  },
  'IR-3C': {
    action: 'Add the notification decision and its reason to the incident form',
    evidence: [
      'Severity scheme with levels of harm',
      'Export of AI incidents with times',
      'Notification decisions with reasons',
    ],
    outOf: 10,
  },
  'IR-3E': {
    action: 'Run an AI tabletop exercise with the use owner, data owner, legal and communications',
    evidence: [
      'Exercise report with participants by function',
      'Decision of each function',
      'Action list with owners and due dates',
    ],
    most: 2,
  },
  'IR-4B': {
    action: 'Plan unannounced exercises on production AI, and measure the time to containment',
    evidence: [
      'Exercise reports with timelines',
      'Repeated attack steps with their results',
      'Calculation of the median',
    ],
    lacking: 1,
  },
  'IR-4D': {
    action: 'Every quarter, run the rollback and removal scripts on two randomly chosen applications',
    evidence: [
      'Scripts in version control',
      'Records of the runs, with start and end times',
      'Check of indices and memory after the run',
    ],
    lacking: 0,
  },
  'IR-4E': {
    action: 'Change at least one control within 90 days of each severe incident',
    evidence: [
      'List of AI incidents and exercises',
      'Lessons with their rank and the changed control',
      'Change records of guardrails and tests',
    ],
    outOf: 10,
  },
  'IR-5B': {
    owner: 'Lead of AI testing',
    action: 'Turn each closed AI incident into a blocking test within 7 days',
    evidence: [
      'List of AI incidents with the judgment on the cause of each',
      'Test repository history',
      'Pipeline record of the planted release that was stopped',
    ],
    outOf: 8,
    lacking: 1,
  },
  'IR-5C': {
    owner: 'Head of security operations',
    action: 'Automate the containment of three agreed attacks, and count incorrect stops',
    evidence: [
      'Record of the injected attacks, with times',
      'Automation log with alerts and actions',
      'List of approved attacks, and reviews of all stops',
    ],
    outOf: 12,
  },
};
