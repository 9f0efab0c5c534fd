/** Generated from packages/server/openapi.json by npm run generate: read it, do not edit it. */

export interface paths {
    "/api/v1/account-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to accounts, newest first */
        get: operations["getAccountEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a company, with its posting accounts and its UNIDENTIFIED customer */
        post: operations["postCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that somebody is away: oneself, or anybody for who manages calendars
         * @description Needs the permission `activities.write`.
         */
        post: operations["postAbsences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes an absence back
         * @description Needs the permission `activities.write`.
         */
        delete: operations["deleteAbsencesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/accolades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says before the team that somebody did well on the last working day
         * @description Needs the permission `activities.write`.
         */
        post: operations["postAccolades"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/accolades/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what you gave
         * @description Needs the permission `activities.write`.
         */
        post: operations["postAccoladesByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/account-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bank accounts that imports brought to customers that were there before, and nobody has looked at
         * @description Needs the permission `customers.read`.
         */
        get: operations["getAccountReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/account-spellings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people said of account numbers that may be one account
         * @description Needs the permission `imports.read`.
         */
        get: operations["getAccountSpellings"];
        /**
         * Says whether two account numbers are one account; imports that wait for it are to be read again
         * @description Needs the permission `imports.write`.
         */
        put: operations["putAccountSpellings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes one’s own line out of the timeline; it stays in the history
         * @description Needs the permission `activities.write`.
         */
        delete: operations["deleteActivitiesById"];
        options?: never;
        head?: never;
        /**
         * Says one’s own line anew; what it said before stays in its history
         * @description Needs the permission `activities.write`.
         */
        patch: operations["patchActivitiesById"];
        trace?: never;
    };
    "/api/v1/companies/{company}/activities/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A line and what it replaced, the latest first
         * @description Needs the permission `customers.read`.
         */
        get: operations["getActivitiesByIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Remittance advices that came, the latest first, with the receipts they are linked to
         * @description Needs the permission `cash.read`.
         */
        get: operations["getAdvices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An advice with its lines, the items they name and its receipts
         * @description Needs the permission `cash.read`.
         */
        get: operations["getAdvicesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices/{id}/compared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a scan was compared with what was read of it; from then on it counts
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postAdvicesByIdCompared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that an advice is of a receipt; the receipt is decided on again
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postAdvicesByIdLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices/{id}/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of a scan, straightened, as it was read
         * @description Needs the permission `cash.read`.
         */
        get: operations["getAdvicesByIdPagesByPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts it may be linked with: those of its amount, or by number or payer
         * @description Needs the permission `cash.read`.
         */
        get: operations["getAdvicesByIdReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/advices/{id}/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that an advice is not of a receipt; the receipt is decided on again without it
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postAdvicesByIdUnlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/aging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aging as of a day, as known at an instant
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getAging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/aging/control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The control accounts from the postings alone: what an aging adds up to
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getAgingControl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies credits to debits, all or none
         * @description Across currencies at a rate near that of the day on which the money came (5 percent).
         *
         *     Needs the permission `cash.apply`.
         */
        post: operations["postApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approval-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Limits as set, where they start, and one’s own
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getApprovalLimits"];
        /**
         * Sets the limits of a role or a person, for one kind of act or for any; never to one’s own advantage
         * @description Needs the permission `approvals.limits`.
         */
        put: operations["putApprovalLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approval-limits/clearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes limits back: what the role, any kind, or the start says counts again
         * @description Needs the permission `approvals.limits`.
         */
        post: operations["postApprovalLimitsClearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approval-second-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets above which amount two people approve
         * @description Needs the permission `approvals.limits`.
         */
        put: operations["putApprovalSecondLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was asked for under four eyes, the latest first
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getApprovals"];
        put?: never;
        /**
         * Asks for an act; another person decides, and it is posted then
         * @description Needs the permission `approvals.request`.
         */
        post: operations["postApprovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A request: what was asked, what would be posted now, what speaks against it, who has said what
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getApprovalsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves another person’s request, as it was seen; posts it when enough have
         * @description Needs the permission `approvals.decide`.
         */
        post: operations["postApprovalsByIdApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}/ask-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks again, changed, for what was sent back; approvals given before count no more
         * @description Needs the permission `approvals.request`.
         */
        post: operations["postApprovalsByIdAskAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a file that speaks for an open request, up to 10 MiB
         * @description Needs the permission `approvals.request`.
         */
        post: operations["postApprovalsByIdEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}/evidence/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that speaks for a request
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getApprovalsByIdEvidenceByFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}/sending-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends another person’s request back with words: to be changed or withdrawn
         * @description Needs the permission `approvals.decide`.
         */
        post: operations["postApprovalsByIdSendingBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws one’s own request; what was sent back also by whoever may decide
         * @description Needs the permission `approvals.request`.
         */
        post: operations["postApprovalsByIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many requests wait, how many of them for the caller, and how many came back to the caller
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getApprovalsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/approvals/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an act would post now, without asking for it
         * @description Needs the permission `approvals.request`.
         */
        post: operations["postApprovalsDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/arrival-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Folders and mailboxes that are looked at every minute
         * @description Needs the permission `imports.read`.
         */
        get: operations["getArrivalSources"];
        put?: never;
        /**
         * Adds a folder or a mailbox to look at
         * @description Needs the permission `organisation.manage`.
         */
        post: operations["postArrivalSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/arrival-sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a source
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putArrivalSourcesById"];
        post?: never;
        /**
         * Looks there no more; what came from it stays
         * @description Needs the permission `organisation.manage`.
         */
        delete: operations["deleteArrivalSourcesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/arrival-sources/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Looks there now
         * @description Needs the permission `imports.write`.
         */
        post: operations["postArrivalSourcesByIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every file that came, by hand or by itself, with what came of it; the latest first
         * @description Needs the permission `imports.read`.
         */
        get: operations["getArrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when and why, newest first
         * @description Needs the permission `audit.read`.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company’s accounts at banks, learned from posted statements
         * @description Needs the permission `imports.read`.
         */
        get: operations["getBankAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/bank-accounts/{account}/receipts-by": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says by which kind of file the receipts of an account come; lines of other kinds wait for the statement
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putBankAccountsByAccountReceiptsBy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in the way, the oldest first; or what was solved, the latest first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getBlockers"];
        put?: never;
        /**
         * Notes what stands in the way, and who sees to it
         * @description Needs the permission `activities.write`.
         */
        post: operations["postBlockers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/blockers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says a blocker anew, or gives it to somebody else
         * @description Needs the permission `activities.write`.
         */
        put: operations["putBlockersById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/blockers/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a solved blocker stands in the way again
         * @description Needs the permission `activities.write`.
         */
        post: operations["postBlockersByIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/blockers/{id}/solve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a blocker is solved, and by what
         * @description Needs the permission `activities.write`.
         */
        post: operations["postBlockersByIdSolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/blocks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases what another person blocked
         * @description Needs the permission `customers.approve`.
         */
        post: operations["postBlocksByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shifts, teams and lists of holidays, and the hours of the company itself
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/calendars/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The hours of the company: agreed times run by them, and who has no team works by them
         * @description Needs the permission `calendars.manage`.
         */
        put: operations["putCalendarsCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls to be made again, the soonest first, with when both sides work
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getCallBacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-backs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Moves a call-back to another instant or person
         * @description Needs the permission `activities.write`.
         */
        put: operations["putCallBacksById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-backs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a call-back is not needed any more, and why
         * @description Needs the permission `activities.write`.
         */
        post: operations["postCallBacksByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls made, right-party contacts and promises, by person or by day
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getCallMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The words to speak by, by situation and language, with the variables that they may use
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getCallScripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-scripts/{situation}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says a script anew; null goes back to the words that come with the product
         * @description Needs the permission `correspondence.manage`.
         */
        put: operations["putCallScriptsBySituationByLanguage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/call-scripts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A script filled with the examples of its variables
         * @description Needs the permission `correspondence.manage`.
         */
        post: operations["postCallScriptsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash-application/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides on every receipt that is not applied; posts those that are beyond doubt
         * @description May be repeated, and by several at once: a receipt is applied once.
         *
         *     Needs the permission `cash.apply`.
         */
        post: operations["postCashApplicationRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/deduction-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reasons a deduction can be coded with, what becomes of each, and its caps
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashDeductionReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/deductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers took off their payments, the latest first, with totals by reason of all that stands
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashDeductions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What cash application has learnt, and from where: the latest used first
         * @description Payers’ accounts and names, habits, what people ruled out, customers’ codes of deductions, layouts of advices. `search` finds parts of what it is, of the customer, the item and the receipt.
         *
         *     Needs the permission `cash.read`.
         */
        get: operations["getCashKnowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/knowledge/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back what was taken back
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postCashKnowledgeRestorations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/knowledge/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what was learnt: it counts no more, until it is given back or learnt anew
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postCashKnowledgeRevocations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Auto rate, precision, time to apply, exceptions by reason, payers without remittance, and the trend
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/measures/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipts that a figure counts, by booking day, the oldest first
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashMeasuresReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What posts by itself: the usual policy, the versions that change it, and which holds since when
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashPolicies"];
        put?: never;
        /**
         * Proposes a version of the policy; nothing posts by it before it is switched on
         * @description Needs the permission `policies.propose`.
         */
        post: operations["postCashPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/policies/{number}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins to try a version on the receipts of the last 30 days; nothing is posted
         * @description Needs the permission `policies.propose`.
         */
        post: operations["postCashPoliciesByNumberTrials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/policies/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switches a version on, or goes back to an earlier one; 0 is the usual policy
         * @description A version needs a trial that has come to its end and was compared with what holds now; without one it needs a reason.
         *
         *     Needs the permission `policies.manage`.
         */
        post: operations["postCashPoliciesInForce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/policy-trials/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a trial where it stands; its figures so far stay
         * @description Needs the permission `policies.propose`.
         */
        post: operations["postCashPolicyTrialsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/policy-trials/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipts on which the two policies, or the version and people, do not agree, with all answers
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashPolicyTrialsByIdDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/policy-trials/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes up a trial that was cancelled or broke off, where it stood
         * @description Needs the permission `policies.propose`.
         */
        post: operations["postCashPolicyTrialsByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/research": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money that is not applied, the oldest first, with what was found out, and totals by cause and age
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashResearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/research/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One receipt: what was found out, notes, and items of other companies that its text cites
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashResearchById"];
        /**
         * Writes down owner, next step with its day, root cause, and a note
         * @description Needs the permission `cash.apply`.
         */
        put: operations["putCashResearchById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash/research/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives many receipts to one owner, or to nobody
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postCashResearchAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says a contact anew, or that it is there no more
         * @description Needs the permission `customers.write`.
         */
        put: operations["putContactsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/contacts/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes whether a contact may be written to and called
         * @description Needs the permission `customers.write`.
         */
        post: operations["postContactsByIdConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations with customers, the latest first; by words, the latest fifty that have them
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation with its messages, the oldest first
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getConversationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/conversations/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whose a conversation is
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postConversationsByIdAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/conversations/{id}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whose customer’s a conversation is
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postConversationsByIdCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/conversations/{id}/handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Is done with a conversation, or opens it again
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postConversationsByIdHandled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations are open: nobody’s that wait, one’s own, all
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getConversationsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/country-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When customers of each country work: as the company wrote it, and one country as it comes with the product
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getCountryHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/country-hours/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Writes when customers of a country work
         * @description Needs the permission `calendars.manage`.
         */
        put: operations["putCountryHoursByCountry"];
        post?: never;
        /**
         * Back to the hours that come with the product
         * @description Needs the permission `calendars.manage`.
         */
        delete: operations["deleteCountryHoursByCountry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fields that the company added to customers and items
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomFields"];
        put?: never;
        /**
         * Adds a field; at most 30 in a company
         * @description Needs the permission `organisation.manage`.
         */
        post: operations["postCustomFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/custom-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Another name, or other choices; the kind stays
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putCustomFieldsById"];
        post?: never;
        /**
         * Shows a field no more; its values stay in the history
         * @description Needs the permission `organisation.manage`.
         */
        delete: operations["deleteCustomFieldsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customer-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests about customers, the latest first
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomerRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customer-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A request with exactly what it changes
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomerRequestsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customer-requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves another person’s request, and carries it out
         * @description Needs the permission `customers.approve`.
         */
        post: operations["postCustomerRequestsByIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customer-requests/{id}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that the customer was called back on a number known before, and what they said
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomerRequestsByIdCallBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customer-requests/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rejects another person’s request
         * @description Needs the permission `customers.approve`.
         */
        post: operations["postCustomerRequestsByIdReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customer-requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws one’s own request
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomerRequestsByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers by number, with what is open
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomers"];
        put?: never;
        /**
         * Asks for a new customer; another person decides
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what one person may change alone; the rest goes by a request
         * @description Needs the permission `customers.write`.
         */
        patch: operations["patchCustomersById"];
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/account-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that somebody has looked at an account which an import brought
         * @description Needs the permission `customers.approve`.
         */
        post: operations["postCustomersByIdAccountReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people wrote down about a customer, the latest first
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdActivities"];
        put?: never;
        /**
         * Writes down a note, a call, or another activity
         * @description Needs the permission `activities.write`.
         */
        post: operations["postCustomersByIdActivities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was applied on a customer’s account, the latest first
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getCustomersByIdApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/behaviour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a customer’s next money is likely, and how late it paid in the last twelve months
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdBehaviour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Blocks of a customer, in force and released, the latest first
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdBlocks"];
        put?: never;
        /**
         * Blocks a customer at once: no new orders, no dunning, no payments out
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomersByIdBlocks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets when a customer is to be called again, and by whom
         * @description Needs the permission `activities.write`.
         */
        post: operations["postCustomersByIdCallBacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/call-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to call, when, on which number, about what, and in which words
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getCustomersByIdCallSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records a call with its outcome and its next step, in one act
         * @description A promise also needs `holds.manage`, a mail `correspondence.write`.
         *
         *     Needs the permission `activities.write`.
         */
        post: operations["postCustomersByIdCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the people at a customer said of being written to and called; of each the latest first, which holds
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people at a customer, the primary one first, those who left last
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdContacts"];
        put?: never;
        /**
         * Adds a contact
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomersByIdContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/custom-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the company keeps about this customer in fields of its own
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdCustomValues"];
        /**
         * Sets some of the values; null takes one away, the others stay
         * @description Needs the permission `customers.write`.
         */
        put: operations["putCustomersByIdCustomValues"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/deduction-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the customer’s own codes of deductions mean to us
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCustomersByIdDeductionCodes"];
        /**
         * Says what one of the customer’s codes means; null: nothing any more
         * @description Needs the permission `cash.apply`.
         */
        put: operations["putCustomersByIdDeductionCodes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/dunning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to a customer, what the latest run held back and why, and where its items stand
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getCustomersByIdDunning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The group a customer belongs to, from its head down, with what each owes
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdFamily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first steps of a customer that came by a request; an empty list of any other
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdFirstSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holds on a customer and on its items, the latest first
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getCustomersByIdHolds"];
        put?: never;
        /**
         * Holds a customer as a whole
         * @description Needs the permission `holds.manage`.
         */
        post: operations["postCustomersByIdHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a customer works, and when you both do
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdHours"];
        /**
         * What a customer has otherwise than its country; null is as there
         * @description Needs the permission `customers.write`.
         */
        put: operations["putCustomersByIdHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/interest-charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charges interest and fees with a debit note
         * @description Reversing the note takes the charge back. `total` is what was seen; another is refused.
         *
         *     Needs the permission `ledger.adjust`.
         */
        post: operations["postCustomersByIdInterestCharges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/interest-waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets interest and fees go up to today, with a reason
         * @description Needs the permission `ledger.adjust`.
         */
        post: operations["postCustomersByIdInterestWaivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer’s items by due date
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getCustomersByIdItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a customer the number that another system has for it
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomersByIdNumbers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/numbers/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a number of another system away
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomersByIdNumbersRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a customer must be billed and when it pays: every version, the one that holds first
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdProfile"];
        /**
         * Says how a customer must be billed and when it pays, whole, as a further version
         * @description Needs the permission `customers.write`.
         */
        put: operations["putCustomersByIdProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a customer promised to pay, and how it stands by the ledger
         * @description With `asOf`, judged anew as of that day, and as known at the instant `knownAt`.
         *
         *     Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdPromises"];
        put?: never;
        /**
         * Writes down a promise to pay: one part, several, or an instalment plan
         * @description Its items are not dunned until its deadline. A call, mail, meeting or letter goes to the timeline.
         *
         *     Needs the permission `holds.manage`.
         */
        post: operations["postCustomersByIdPromises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a letter to a customer can go to, and who gets no mail any more
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getCustomersByIdRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers in other systems, tax ids, bank accounts, what is doubtful about them, merges
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersByIdRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for a change of name, parent, terms, credit limit, tax ids, bank accounts or blocks; another person decides
         * @description Needs the permission `customers.write`.
         */
        post: operations["postCustomersByIdRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/session-outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When both sides work within two weeks, whom to invite, and what there is to talk about
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getCustomersByIdSessionOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plans a session and invites to it by mail
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postCustomersByIdSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statement of a customer’s account as PDF or workbook, today’s or as of a day, in the customer’s language
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getCustomersByIdStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened with a customer, on its account and by people, the latest first
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getCustomersByIdTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/customers/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers that fit a search best: by number, start of the name, start of a word, any part
         * @description Needs the permission `customers.read`.
         */
        get: operations["getCustomersFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/default-views/{grid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Chooses the view with which a grid opens for the caller
         * @description Needs the permission `ledger.read`.
         */
        put: operations["putDefaultViewsByGrid"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that did not go out: failed and uncertain ones first, then what waits
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enters an invoice, debit note, chargeback, credit note, on-account credit or receipt
         * @description For a customer that was merged into another, on the account of that one. A credit up to one’s own limit; above it, ask for it with `POST …/approvals`.
         *
         *     Needs the permission `ledger.post`.
         */
        post: operations["postDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a run would send and hold back now, by reason and by customer; nothing is sent
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getDunningPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs, the latest first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getDunningRuns"];
        put?: never;
        /**
         * Starts a run: letters go on their way, people get their tasks
         * @description Needs the permission `correspondence.manage`.
         */
        post: operations["postDunningRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run with its sums by what was sent and why something was held back
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getDunningRunsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/runs/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers got of a run, and how each letter fared
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getDunningRunsByIdActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a run where it stands; what was decided stays
         * @description Needs the permission `correspondence.manage`.
         */
        post: operations["postDunningRunsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/runs/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items that were held back in a run, each with its reason
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getDunningRunsByIdHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/runs/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes up a run of today that was cancelled or broke off, where it stood
         * @description Needs the permission `correspondence.manage`.
         */
        post: operations["postDunningRunsByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/dunning/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When runs start by themselves
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getDunningSchedule"];
        /**
         * Says when runs start by themselves, and who gets what a person is to do
         * @description Needs the permission `correspondence.manage`.
         */
        put: operations["putDunningSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers that may be one party twice, the surest first, with what speaks for it
         * @description Needs the permission `customers.read`.
         */
        get: operations["getDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/duplicates/distinct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that two customers are two parties; they are not listed again
         * @description Needs the permission `customers.write`.
         */
        post: operations["postDuplicatesDistinct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A journal entry with all its postings
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getEntriesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/entries/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes an entry, wholly or in part
         * @description An invoice is taken back up to one’s own limit for credits; above it, ask for it with `POST …/approvals`.
         *
         *     Needs the permission `ledger.reverse`.
         */
        post: operations["postEntriesByIdReversal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exchange rates: units of functional currency for one unit of the other
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getExchangeRates"];
        put?: never;
        /**
         * Enters or replaces the rate of a day; what was posted stays as it was
         * @description Needs the permission `rates.manage`.
         */
        post: operations["postExchangeRates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a hold that was placed by hand
         * @description Needs the permission `holds.manage`.
         */
        post: operations["postHoldsByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The countries of which the library knows holidays, and whose work it is
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getHolidayLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-library/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The regions of a country that have holidays of their own
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getHolidayLibraryByCountry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a list; that of a country is filled from the library, to be checked
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postHolidayLists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-lists/{code}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The days of a year of a list
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getHolidayListsByCodeDays"];
        put?: never;
        /**
         * Brings in days from elsewhere; those that stand there already are written over
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postHolidayListsByCodeDays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-lists/{code}/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Writes a day: closed, half, an extra working day, or ordinary
         * @description Needs the permission `calendars.manage`.
         */
        put: operations["putHolidayListsByCodeDaysByDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-lists/{code}/years/{year}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that somebody has looked through the year
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postHolidayListsByCodeYearsByYearCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/holiday-lists/{code}/years/{year}/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fills a year from the library again; what people wrote stays
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postHolidayListsByCodeYearsByYearSeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/huddle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened since the team last worked, what today is about, who did what
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getHuddle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/huddle/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a figure of the huddle or of a review counts, by day
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getHuddleLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/import-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How files of earlier sources are read, by name
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/import-mappings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a saved mapping another name
         * @description Needs the permission `imports.write`.
         */
        put: operations["putImportMappingsById"];
        post?: never;
        /**
         * Forgets a saved mapping: the next file with these columns is guessed anew
         * @description Needs the permission `imports.write`.
         */
        delete: operations["deleteImportMappingsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, the latest first
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImports"];
        put?: never;
        /**
         * Uploads a file and begins to read it
         * @description The very same file again gives the import that stands. A repeated idempotency key answers its import, and is refused (409) with another file, name or kind.
         *
         *     Needs the permission `imports.write`.
         */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An import
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A further import of the same file, for the rows that were refused when it was posted
         * @description Needs the permission `imports.write`.
         */
        post: operations["postImportsByIdAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an import aside that is not to be posted; its file may come again
         * @description Needs the permission `imports.write`.
         */
        post: operations["postImportsByIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The import each time it changes, until its work is done
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file as it arrived
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says which column is which field; the file is then read again
         * @description Needs the permission `imports.write`.
         */
        put: operations["putImportsByIdMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts an import: all of it, or its good rows
         * @description Needs the permission `imports.write`.
         */
        post: operations["postImportsByIdPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is wrong with which row, and what to do about it
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads the file again: a rate or a customer may have come since its preview
         * @description Needs the permission `imports.write`.
         */
        post: operations["postImportsByIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refused rows with their reasons, as CSV to correct and upload again
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdRefused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether somebody has to let the statements of an import in, and where that stands
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdRelease"];
        put?: never;
        /**
         * Asks to post statements that do not foot; another person decides
         * @description Needs the permission `imports.write`.
         */
        post: operations["postImportsByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/release/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets statements in that do not foot, as they were seen, or refuses with words; never one’s own request
         * @description Needs the permission `approvals.decide`.
         */
        post: operations["postImportsByIdReleaseDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What becomes of the rows of an import: the first of each outcome
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/share-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the accounts of a refused statement are shared with the other company; the file is read again
         * @description Needs the permission `organisation.manage`.
         */
        post: operations["postImportsByIdShareAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says that the file lists all items open on a day, or that it only adds; it is then read again
         * @description Needs the permission `imports.write`.
         */
        put: operations["putImportsByIdSnapshot"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps how an import is read, under a name, for the next file with the same columns
         * @description Needs the permission `imports.write`.
         */
        put: operations["putImportsByIdSource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a posted import by reversing what it posted
         * @description Needs the permission `imports.write`.
         */
        post: operations["postImportsByIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/imports/{id}/undo-obstacles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in the way of undoing an import, what can be undone first before the rest
         * @description Needs the permission `imports.read`.
         */
        get: operations["getImportsByIdUndoObstacles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/interest-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Interest and fees that could be asked for late payment, by customer
         * @description A page is of customers with something late; those below the minimum are left out of it.
         *
         *     Needs the permission `ledger.read`.
         */
        get: operations["getInterestProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/interest-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The terms of interest and the reference rates they use
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getInterestTerms"];
        /**
         * Sets the terms of interest from now on
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putInterestTerms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/item-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the ERP has otherwise than the ledger, with what would follow
         * @description Needs the permission `imports.read`.
         */
        get: operations["getItemChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/item-changes/{id}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The postings that accepting a proposal would write
         * @description Needs the permission `imports.read`.
         */
        get: operations["getItemChangesByIdPostings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/item-changes/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts what these proposals say, all or none
         * @description Needs the permission `ledger.adjust`.
         */
        post: operations["postItemChangesAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/item-changes/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts proposals aside: the very same difference is not proposed again
         * @description Needs the permission `ledger.adjust`.
         */
        post: operations["postItemChangesReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items whose number starts with a text, as a payer might write it
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An item
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getItemsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes part of an item to another account: write-off, discount, small difference, refund, suspense
         * @description Up to one’s own limit; above it, ask for it with `POST …/approvals`.
         *
         *     Needs the permission `ledger.adjust`.
         */
        post: operations["postItemsByIdAdjustments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}/custom-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the company keeps about this item in fields of its own
         * @description Needs the permission `customers.read`.
         */
        get: operations["getItemsByIdCustomValues"];
        /**
         * Sets some of the values; null takes one away, the others stay
         * @description Needs the permission `activities.write`.
         */
        put: operations["putItemsByIdCustomValues"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}/due-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves what is open of an item to another due date
         * @description Needs the permission `ledger.post`.
         */
        post: operations["postItemsByIdDueDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holds on an item and on its customer as a whole, the latest first
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getItemsByIdHolds"];
        put?: never;
        /**
         * Holds an item, or an amount of it
         * @description Needs the permission `holds.manage`.
         */
        post: operations["postItemsByIdHolds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an item’s open amount is made of, as of a day and as known at an instant
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getItemsByIdPostings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/items/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a receipt, or a part of it, to the company it belongs to
         * @description An entry here and an entry there, with one event. The other side follows at once, or within minutes when the other company cannot take it now; `isPaired` says whether it is there.
         *
         *     Needs the permission `ledger.adjust`.
         */
        post: operations["postItemsByIdTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/journals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Journals handed to the general ledger, the latest first
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getJournals"];
        put?: never;
        /**
         * Hands out what was recorded since the last journal; null when there is nothing new
         * @description Needs the permission `journals.export`.
         */
        post: operations["postJournals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/journals/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A journal as it was handed out
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getJournalsByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/letter-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What letters say of the company: whom to pay, and who signs
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getLetterSettings"];
        /**
         * Says whom letters ask to pay, and who signs
         * @description Needs the permission `correspondence.manage`.
         */
        put: operations["putLetterSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a letter on its way, in a conversation or a new one
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/letters/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A template filled for a customer, to be changed before it is sent
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postLettersDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/letters/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A letter as it will arrive, with an example of its payable reference
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postLettersPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mailboxes that letters go out from and answers come in to
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getMailboxes"];
        put?: never;
        /**
         * Adds a mailbox
         * @description Needs the permission `correspondence.manage`.
         */
        post: operations["postMailboxes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/mailboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a mailbox; it is tried again at once
         * @description Needs the permission `correspondence.manage`.
         */
        put: operations["putMailboxesById"];
        post?: never;
        /**
         * Removes a mailbox; its conversations stay
         * @description Needs the permission `correspondence.manage`.
         */
        delete: operations["deleteMailboxesById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/mailboxes/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends what waits and fetches what came, now
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postMailboxesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks in which you were named or that you were given, until you have seen them
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getMentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/mentions/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that you have seen the task in which you were named
         * @description Needs the permission `activities.write`.
         */
        post: operations["postMentionsByIdSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Merges of customers, undone ones too, the latest first
         * @description Needs the permission `customers.read`.
         */
        get: operations["getMerges"];
        put?: never;
        /**
         * Merges a duplicate into the customer it is; no item moves, and it can be undone
         * @description Needs the permission `customers.approve`.
         */
        post: operations["postMerges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a merge: both customers are as if it had not been
         * @description Needs the permission `customers.approve`.
         */
        post: operations["postMergesByIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The texts of letters by purpose and language, with the variables each may use
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getMessageTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/message-templates/{purpose}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says the text of a letter anew; null goes back to the one that comes with the product
         * @description Needs the permission `correspondence.manage`.
         */
        put: operations["putMessageTemplatesByPurposeByLanguage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/messages/{id}/attachments/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of a message
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getMessagesByIdAttachmentsByNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/messages/{id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says whether a message went out, sends it again, or gives it up
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postMessagesByIdDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/messages/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The HTML of a message as it may be shown: without scripts and pictures from outside
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getMessagesByIdHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/messages/{id}/whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole mail as it came or went
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getMessagesByIdWhole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Renames the company
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putName"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/new-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * New customers from request to first payment, the latest first, each with what it waits for
         * @description Needs the permission `customers.read`.
         */
        get: operations["getNewCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/pending-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Acts that wait for their day
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getPendingActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/pending-acts/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws an act that waits for its day
         * @description Needs the permission `ledger.post`.
         */
        post: operations["postPendingActsByIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works in the company, by name
         * @description Needs the permission `people.read`.
         */
        get: operations["getPeople"];
        put?: never;
        /**
         * Gives a person roles in the company, with a new account where there is none
         * @description Needs the permission `people.manage`.
         */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disables an account and ends its sessions
         * @description Needs the permission `people.manage`.
         */
        post: operations["postPeopleByIdDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/people/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enables an account again
         * @description Needs the permission `people.manage`.
         */
        post: operations["postPeopleByIdEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a person’s roles; none takes the person out of the company
         * @description Nobody changes their own roles.
         *
         *     Needs the permission `people.manage`.
         */
        put: operations["putPeopleByIdRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/people/{id}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a one-time sign-in link for a person, to be handed over
         * @description Needs the permission `people.manage`.
         */
        post: operations["postPeopleByIdSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Periods, the latest first, and what stands in the way of the next close
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/periods/{month}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes a month for good, and gives its control totals
         * @description Needs the permission `ledger.close_period`.
         */
        post: operations["postPeriodsByMonthClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/periods/{month}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets only managers post up to the month’s end
         * @description Needs the permission `ledger.close_period`.
         */
        post: operations["postPeriodsByMonthClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/periods/{month}/control-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The control totals of a closed month, as they were when it was closed
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getPeriodsByMonthControlTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/periods/{month}/revaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revalues what is open in foreign currencies at the month’s end, and takes it back the next day
         * @description Needs the permission `ledger.close_period`.
         */
        post: operations["postPeriodsByMonthRevaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolio-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers moved by hand, the latest first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getPortfolioMoves"];
        put?: never;
        /**
         * Gives customers to a person, for good or until a day; or back to the rules
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfolioMoves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolio-moves/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a move as one
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfolioMovesByIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolio-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of the rules, the one that holds first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getPortfolioRules"];
        put?: never;
        /**
         * These rules hold from now on
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfolioRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolio-rules/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The rules of an earlier version hold again
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfolioRulesByNumberRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolio-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would change hands if these rules held; changes nothing
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfolioRulesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much each person looks after, and who covers for whom
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getPortfolios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolios/covers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Who sees a person’s customers while the calendar has them away; null: nobody
         * @description Needs the permission `portfolios.manage`.
         */
        put: operations["putPortfoliosCoversById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolios/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who looks after a customer, and why: a rule, a move by hand, or the rest
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getPortfoliosCustomersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolios/level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves what the preview showed, as one act
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfoliosLevel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/portfolios/level/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would change hands to make portfolios level; changes nothing
         * @description Needs the permission `portfolios.manage`.
         */
        post: operations["postPortfoliosLevelPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/posting-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The posting accounts with their codes in the general ledger
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getPostingAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/posting-accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets code and name of a posting account in the general ledger
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putPostingAccountsByAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/promise-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many days and how much a promise may miss and still be kept
         * @description Needs the permission `customers.read`.
         */
        get: operations["getPromisePolicy"];
        /**
         * Sets what is let pass for promises made from now on
         * @description Needs the permission `organisation.manage`.
         */
        put: operations["putPromisePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Promises due, open or newly broken, across customers
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getPromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/promises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A promise with each change of its judgement and what caused it
         * @description Needs the permission `customers.read`.
         */
        get: operations["getPromisesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/promises/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraws a promise that is open, or what is open of its plan
         * @description Needs the permission `holds.manage`.
         */
        post: operations["postPromisesByIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/promises/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many promises are due by today, and how many came out short since the last business day
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getPromisesCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipt-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is at which receipt now
         * @description Needs the permission `cash.read`.
         */
        get: operations["getReceiptClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipt-queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits at the cash desk: counts, sums, lateness, reasons and ages, and what posted by itself today
         * @description Needs the permission `cash.read`.
         */
        get: operations["getReceiptQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A queue of receipts, and how many each queue holds
         * @description What waits comes by booking day, the oldest first; what is posted by when it was, the latest first. `search` finds parts of numbers, payers, texts and customers, and an exact amount such as 1234.50.
         *
         *     Needs the permission `cash.read`.
         */
        get: operations["getReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A receipt: the bank’s words, what was concluded and why, items in reach, what was applied
         * @description Needs the permission `cash.read`.
         */
        get: operations["getReceiptsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes what the customer answered; the receipt no longer waits for them
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies a receipt to the items that a person names; the rest stays on the customer’s account
         * @description Cash and deductions of an item are at most what is open of it. A deduction is posted or claimed as its reason says (`cash/deduction-reasons`); what is above a cap is refused with who may post it.
         *
         *     Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that one works on a receipt, and who does; repeated while one is at it
         * @description A claim ends by itself after some minutes. Another’s claim stands: `isMine` is false then.
         *
         *     Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Posts what is proposed for a receipt, with its deductions
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open items of any customer that a receipt may pay: by number, its end, a purchase order, or an amount
         * @description Needs the permission `cash.read`.
         */
        get: operations["getReceiptsByIdItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/not-ours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves what is open of a receipt to suspense: the money is not ours
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdNotOurs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/on-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts what is open of a receipt on a customer’s account
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdOnAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps that the customer was asked about a receipt, with the words; it waits for the customer from then on
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The items behind a list of references that a customer wrote; changes nothing
         * @description Needs the permission `cash.read`.
         */
        post: operations["postReceiptsByIdReferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets go of a receipt that one had claimed
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a receipt over from whoever is at it, and says why
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/receipts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes what was done with a receipt, all or on some items; it is back in its queue and does not post by itself again
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/reference-rates/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enters or corrects the reference rate from a day on
         * @description Needs the permission `rates.manage`.
         */
        put: operations["putReferenceRatesByDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approved refunds on their way to the bank, the latest first
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getRefundPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments/{id}/debit-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bank’s debit lines that may be this payment, the surest first, then the latest
         * @description Needs the permission `approvals.read`.
         */
        get: operations["getRefundPaymentsByIdDebitLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments/{id}/failure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that the bank did not pay, or that the money came back
         * @description Needs the permission `refunds.pay`.
         */
        post: operations["postRefundPaymentsByIdFailure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments/{id}/paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notes that the bank paid: its debit line, or words where no statement will tell of it
         * @description Needs the permission `refunds.pay`.
         */
        post: operations["postRefundPaymentsByIdPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments/{id}/repetition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pays what came back once more, to the same account
         * @description Needs the permission `refunds.pay`.
         */
        post: operations["postRefundPaymentsByIdRepetition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts payments that are due into one list for the bank; they count as handed over
         * @description Needs the permission `refunds.pay`.
         */
        post: operations["postRefundPaymentsLists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/refund-payments/lists/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A list for the bank, as ISO 20022 pain.001.001.09 or as a table
         * @description Needs the permission `refunds.pay`.
         */
        get: operations["getRefundPaymentsListsByIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/review-pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the owner of a portfolio and the manager look at together; without an owner, of the whole company
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getReviewPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Any customer, item, receipt or amount
         * @description Numbers by their beginning and their end, amounts exactly in any notation, customers by any part of a word, receipts by reference and payer. Only what the caller may read.
         *
         *     Needs the permission `ledger.read`.
         */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resolution sessions by their beginning, the latest first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A session with its people, its agenda and what was said
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getSessionsById"];
        /**
         * Changes a session; everybody invited is told
         * @description Needs the permission `correspondence.write`.
         */
        put: operations["putSessionsById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a session; everybody invited is told why
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postSessionsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a session took place, or that the customer did not come
         * @description Needs the permission `activities.write`.
         */
        post: operations["postSessionsByIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions/{id}/points/{pointId}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Writes what was said of a point
         * @description Needs the permission `activities.write`.
         */
        put: operations["putSessionsByIdPointsByPointIdMinutes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions/{id}/points/{pointId}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a promise of a point: on its item, or on the account
         * @description Needs the permission `holds.manage`.
         */
        post: operations["postSessionsByIdPointsByPointIdPromises"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/sessions/{id}/points/{pointId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a task of a point
         * @description Needs the permission `activities.write`.
         */
        post: operations["postSessionsByIdPointsByPointIdTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a shift
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postShifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/shifts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a shift other hours, a zone or a name
         * @description Needs the permission `calendars.manage`.
         */
        put: operations["putShiftsById"];
        post?: never;
        /**
         * Takes a shift out of use; nobody may work by it any more
         * @description Needs the permission `calendars.manage`.
         */
        delete: operations["deleteShiftsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/statement-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bank accounts by their statements: the last one, gaps between them, days that are late
         * @description Needs the permission `imports.read`.
         */
        get: operations["getStatementAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/statement-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statements that do not foot and wait for somebody to let them in, the latest first
         * @description Needs the permission `imports.read`.
         */
        get: operations["getStatementReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/strategies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to write to when: the versions, and which holds since when
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getStrategies"];
        put?: never;
        /**
         * Proposes a version; nothing is sent by it before it is switched on
         * @description Needs the permission `policies.propose`.
         */
        post: operations["postStrategies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/strategies/in-force": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switches a version on, or goes back to an earlier one; 0 stops
         * @description Needs the permission `policies.manage`.
         */
        post: operations["postStrategiesInForce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/suppressed-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses that get no mail any more
         * @description Needs the permission `correspondence.read`.
         */
        get: operations["getSuppressedAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/suppressed-addresses/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets an address get mail again
         * @description Needs the permission `correspondence.write`.
         */
        post: operations["postSuppressedAddressesByIdLift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/task-escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When overdue tasks go to whom; null: none does
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getTaskEscalation"];
        /**
         * Says when overdue tasks go to whom
         * @description Needs the permission `calendars.manage`.
         */
        put: operations["putTaskEscalation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks: pinned ones, then the soonest due first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getTasks"];
        put?: never;
        /**
         * Gives oneself or another a task; who gets it is told
         * @description Needs the permission `activities.write`.
         */
        post: operations["postTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One task, whosever it is
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getTasksById"];
        /**
         * Another title, note, day or person
         * @description Needs the permission `activities.write`.
         */
        put: operations["putTasksById"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tasks/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a task was before each change, the latest first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getTasksByIdChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tasks/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Done or cancelled; a recurring task that is done makes its next one
         * @description Needs the permission `activities.write`.
         */
        post: operations["postTasksByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tasks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a task that was done or cancelled again
         * @description Needs the permission `activities.write`.
         */
        post: operations["postTasksByIdReopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API tokens that are not revoked, newest first
         * @description Needs the permission `tokens.manage`.
         */
        get: operations["getTokens"];
        put?: never;
        /**
         * Issues an API token; its secret is shown once
         * @description Needs the permission `tokens.manage`.
         */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes an API token at once
         * @description Needs the permission `tokens.manage`.
         */
        delete: operations["deleteTokensById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts sent to and received from other companies, the latest first
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recomputes every invariant of the ledger
         * @description Needs the permission `verify.run`.
         */
        get: operations["getVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller’s views of grids and those shared in the company, by grid and name
         * @description Needs the permission `ledger.read`.
         */
        get: operations["getViews"];
        put?: never;
        /**
         * Saves a view of a grid under a name
         * @description Sharing it needs the permission views.share.
         *
         *     Needs the permission `ledger.read`.
         */
        post: operations["postViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Renames, shares or replaces a view
         * @description A shared view is changed by who made it or by who manages the company.
         *
         *     Needs the permission `ledger.read`.
         */
        put: operations["putViewsById"];
        post?: never;
        /**
         * Deletes a view
         * @description Needs the permission `ledger.read`.
         */
        delete: operations["deleteViewsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/waiting-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lines of money in that are no receipts yet: no statement has told of them, or they may be known money
         * @description Needs the permission `imports.read`.
         */
        get: operations["getWaitingLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/waiting-lines/{id}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a receipt of a line that waits
         * @description Needs the permission `imports.write`.
         */
        post: operations["postWaitingLinesByIdPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/waiting-lines/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a line that waits is no further money
         * @description Needs the permission `imports.write`.
         */
        post: operations["postWaitingLinesByIdSetAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/work-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works in which team or shift from when until when; later ones count
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getWorkAssignments"];
        put?: never;
        /**
         * Puts a person into a team, or gives a shift of their own
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postWorkAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/work-assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The last day of an assignment; before its first day, it never was
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postWorkAssignmentsByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/work-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who works when, and who is away
         * @description Needs the permission `calendars.read`.
         */
        get: operations["getWorkPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/work-teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a team with its shift and its holidays
         * @description Needs the permission `calendars.manage`.
         */
        post: operations["postWorkTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/work-teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a team
         * @description Needs the permission `calendars.manage`.
         */
        put: operations["putWorkTeamsById"];
        post?: never;
        /**
         * Takes a team out of use; nobody may be in it any more
         * @description Needs the permission `calendars.manage`.
         */
        delete: operations["deleteWorkTeamsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers with something collectable, the most worthwhile first
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist-marks/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a customer back to the list
         * @description Needs the permission `activities.write`.
         */
        post: operations["postWorklistMarksByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a customer is on the list, or what keeps it off
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getWorklistByCustomerId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist/{customerId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes down a contact with its outcome and next step, in one
         * @description Needs the permission `activities.write`.
         */
        post: operations["postWorklistByCustomerIdContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist/{customerId}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a customer aside: done for today, or snoozed until a day
         * @description Needs the permission `activities.write`.
         */
        post: operations["postWorklistByCustomerIdMarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist/call-windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When to call: while customers work, and you do
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getWorklistCallWindows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed since the last working evening, and what is due today
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getWorklistChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/worklist/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many customers need somebody today, and how much is collectable
         * @description Needs the permission `worklist.read`.
         */
        get: operations["getWorklistSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do where */
        get: operations["getSession"];
        put?: never;
        /** Signs in with e-mail address and password */
        post: operations["postSession"];
        /** Signs out */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a one-time link */
        post: operations["postSessionLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets one’s own password and ends one’s other sessions */
        put: operations["putSessionPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Absence: {
            from: string;
            fromMinute: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "leave" | "sick" | "training" | "other";
            note: string | null;
            /** Format: uuid */
            personId: string;
            until: string;
            untilMinute: number | null;
        };
        AbsenceInput: {
            from: string;
            fromMinute: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "leave" | "sick" | "training" | "other";
            note: string | null;
            /** Format: uuid */
            personId: string;
            until: string;
            untilMinute: number | null;
        };
        AccountEvent: {
            action: string;
            actorName: string;
            address: string | null;
            detail: unknown;
            /** Format: uuid */
            id: string;
            personId: string | null;
            recordedAt: string;
        };
        AccountEventInput: {
            action: string;
            actorName: string;
            address: string | null;
            detail: unknown;
            /** Format: uuid */
            id: string;
            personId: string | null;
            recordedAt: string;
        };
        AccountSpelling: {
            account: string;
            isSame: boolean;
            otherAccount: string;
            saidAt: string;
            saidBy: string;
        };
        AccountSpellingInput: {
            account: string;
            isSame: boolean;
            otherAccount: string;
            saidAt: string;
            saidBy: string;
        };
        Activity: {
            actorId: string;
            actorName: string;
            contactId: string | null;
            customerId: string;
            durationSeconds: number | null;
            happenedAt: string;
            id: string;
            itemId: string | null;
            /** @description note, call, mail, meeting, invoice_received or another */
            kind: string;
            recordedAt: string;
            /** @description The line this one replaces, when it was edited */
            supersedesId: string | null;
            text: string;
        };
        ActivityInput: {
            actorId: string;
            actorName: string;
            contactId: string | null;
            customerId: string;
            durationSeconds: number | null;
            happenedAt: string;
            id: string;
            itemId: string | null;
            /** @description note, call, mail, meeting, invoice_received or another */
            kind: string;
            recordedAt: string;
            /** @description The line this one replaces, when it was edited */
            supersedesId: string | null;
            text: string;
        };
        Advice: {
            checkedAt: string | null;
            /** @description Who has compared a scan with what was read */
            checkedBy: string | null;
            fileName: string;
            /**
             * @description Whether the lines make the total
             * @enum {string}
             */
            footing: "ok" | "off" | "unknown";
            /** @enum {string} */
            form: "csv" | "html" | "text" | "xlsx" | "edi820" | "remt001" | "pdf" | "scan";
            id: string;
            importId: string;
            /** @description Read from a picture: it posts nothing before a person has compared it */
            isScanned: boolean;
            lineCount: number;
            /** @description What the lines pay */
            linesTotal: components["schemas"]["Money"] | null;
            links: components["schemas"]["AdviceReceiptLink"][];
            paidOn: string | null;
            /** @description The part of a mail or workbook it stood in */
            part: string | null;
            payerName: string | null;
            paymentNumber: string | null;
            receivedOn: string;
            /** @enum {string} */
            state: "linked" | "waiting" | "not_found";
            /** @description As printed */
            total: components["schemas"]["Money"] | null;
        };
        AdviceDetail: {
            checkedAt: string | null;
            /** @description Who has compared a scan with what was read */
            checkedBy: string | null;
            fileName: string;
            /**
             * @description Whether the lines make the total
             * @enum {string}
             */
            footing: "ok" | "off" | "unknown";
            /** @enum {string} */
            form: "csv" | "html" | "text" | "xlsx" | "edi820" | "remt001" | "pdf" | "scan";
            id: string;
            importId: string;
            /** @description Read from a picture: it posts nothing before a person has compared it */
            isScanned: boolean;
            lineCount: number;
            lines: {
                adjustments: {
                    amount: components["schemas"]["Money"];
                    code: string | null;
                    reason: string | null;
                }[];
                discount: components["schemas"]["Money"] | null;
                documentKind: string | null;
                documentNumber: string | null;
                gross: components["schemas"]["Money"] | null;
                issuedOn: string | null;
                /** @description The item of this number, when there is just one */
                item: {
                    customerId: string;
                    customerName: string;
                    id: string;
                    number: string;
                    open: components["schemas"]["Money"];
                } | null;
                number: number;
                paid: components["schemas"]["Money"] | null;
                /** @description On its page, in thousandths */
                place: {
                    height: number;
                    left: number;
                    page: number;
                    top: number;
                    width: number;
                } | null;
                /** @description Of the file */
                row: number;
                text: string;
            }[];
            /** @description What the lines pay */
            linesTotal: components["schemas"]["Money"] | null;
            links: components["schemas"]["AdviceReceiptLink"][];
            /** @description Of a scan, as it was read */
            pages: {
                height: number;
                page: number;
                width: number;
            }[];
            paidOn: string | null;
            /** @description The part of a mail or workbook it stood in */
            part: string | null;
            payerName: string | null;
            paymentNumber: string | null;
            receivedOn: string;
            /** @enum {string} */
            state: "linked" | "waiting" | "not_found";
            texts: string[];
            /** @description As printed */
            total: components["schemas"]["Money"] | null;
        };
        AdviceDetailInput: {
            checkedAt: string | null;
            /** @description Who has compared a scan with what was read */
            checkedBy: string | null;
            fileName: string;
            /**
             * @description Whether the lines make the total
             * @enum {string}
             */
            footing: "ok" | "off" | "unknown";
            /** @enum {string} */
            form: "csv" | "html" | "text" | "xlsx" | "edi820" | "remt001" | "pdf" | "scan";
            id: string;
            importId: string;
            /** @description Read from a picture: it posts nothing before a person has compared it */
            isScanned: boolean;
            lineCount: number;
            lines: {
                adjustments: {
                    amount: components["schemas"]["MoneyInput"];
                    code: string | null;
                    reason: string | null;
                }[];
                discount: components["schemas"]["MoneyInput"] | null;
                documentKind: string | null;
                documentNumber: string | null;
                gross: components["schemas"]["MoneyInput"] | null;
                issuedOn: string | null;
                /** @description The item of this number, when there is just one */
                item: {
                    customerId: string;
                    customerName: string;
                    id: string;
                    number: string;
                    open: components["schemas"]["MoneyInput"];
                } | null;
                number: number;
                paid: components["schemas"]["MoneyInput"] | null;
                /** @description On its page, in thousandths */
                place: {
                    height: number;
                    left: number;
                    page: number;
                    top: number;
                    width: number;
                } | null;
                /** @description Of the file */
                row: number;
                text: string;
            }[];
            /** @description What the lines pay */
            linesTotal: components["schemas"]["MoneyInput"] | null;
            links: components["schemas"]["AdviceReceiptLinkInput"][];
            /** @description Of a scan, as it was read */
            pages: {
                height: number;
                page: number;
                width: number;
            }[];
            paidOn: string | null;
            /** @description The part of a mail or workbook it stood in */
            part: string | null;
            payerName: string | null;
            paymentNumber: string | null;
            receivedOn: string;
            /** @enum {string} */
            state: "linked" | "waiting" | "not_found";
            texts: string[];
            /** @description As printed */
            total: components["schemas"]["MoneyInput"] | null;
        };
        AdviceInput: {
            checkedAt: string | null;
            /** @description Who has compared a scan with what was read */
            checkedBy: string | null;
            fileName: string;
            /**
             * @description Whether the lines make the total
             * @enum {string}
             */
            footing: "ok" | "off" | "unknown";
            /** @enum {string} */
            form: "csv" | "html" | "text" | "xlsx" | "edi820" | "remt001" | "pdf" | "scan";
            id: string;
            importId: string;
            /** @description Read from a picture: it posts nothing before a person has compared it */
            isScanned: boolean;
            lineCount: number;
            /** @description What the lines pay */
            linesTotal: components["schemas"]["MoneyInput"] | null;
            links: components["schemas"]["AdviceReceiptLinkInput"][];
            paidOn: string | null;
            /** @description The part of a mail or workbook it stood in */
            part: string | null;
            payerName: string | null;
            paymentNumber: string | null;
            receivedOn: string;
            /** @enum {string} */
            state: "linked" | "waiting" | "not_found";
            /** @description As printed */
            total: components["schemas"]["MoneyInput"] | null;
        };
        AdviceReceipt: {
            amount: components["schemas"]["Money"];
            bookedOn: string;
            number: string;
            payerName: string | null;
            receiptId: string;
            unapplied: components["schemas"]["Money"];
        };
        AdviceReceiptInput: {
            amount: components["schemas"]["MoneyInput"];
            bookedOn: string;
            number: string;
            payerName: string | null;
            receiptId: string;
            unapplied: components["schemas"]["MoneyInput"];
        };
        AdviceReceiptLink: {
            amount: components["schemas"]["Money"];
            bookedOn: string;
            linkedAt: string;
            /** @enum {string} */
            linkedBy: "trace" | "payer_and_amount" | "amount" | "person";
            linkedByName: string;
            number: string;
            payerName: string | null;
            receiptId: string;
            unapplied: components["schemas"]["Money"];
        };
        AdviceReceiptLinkInput: {
            amount: components["schemas"]["MoneyInput"];
            bookedOn: string;
            linkedAt: string;
            /** @enum {string} */
            linkedBy: "trace" | "payer_and_amount" | "amount" | "person";
            linkedByName: string;
            number: string;
            payerName: string | null;
            receiptId: string;
            unapplied: components["schemas"]["MoneyInput"];
        };
        ApiToken: {
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
        };
        ApiTokenInput: {
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
        };
        Application: {
            amount: components["schemas"]["Money"];
            creditItemId: string;
            creditKind: string;
            creditNumber: string;
            debitItemId: string;
            debitNumber: string;
            effectiveOn: string;
            entryId: string;
            recordedAt: string;
            undone: components["schemas"]["Money"];
        };
        ApplicationInput: {
            amount: components["schemas"]["MoneyInput"];
            creditItemId: string;
            creditKind: string;
            creditNumber: string;
            debitItemId: string;
            debitNumber: string;
            effectiveOn: string;
            entryId: string;
            recordedAt: string;
            undone: components["schemas"]["MoneyInput"];
        };
        ApprovalDetail: {
            /** @description Of a refund: where it goes */
            account: string | null;
            amount: components["schemas"]["Money"];
            approvalsCount: number;
            /** @description Whose approval counts */
            approvedBy: string[];
            /** @description The entries as they were drafted when it was asked */
            asked: components["schemas"]["DraftedEntry"][];
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description Who may decide it */
            deciders: string[];
            differences: {
                account: string;
                asked: components["schemas"]["Money"];
                askedFunctional: components["schemas"]["Money"];
                customerName: string | null;
                itemNumber: string | null;
                now: components["schemas"]["Money"];
                nowFunctional: components["schemas"]["Money"];
            }[];
            doubts: {
                amount: components["schemas"]["Money"] | null;
                code: string;
                parameters: {
                    [key: string]: string;
                };
            }[];
            entryIds: string[];
            evidence: {
                addedAt: string;
                addedByName: string;
                bytes: number;
                id: string;
                name: string;
            }[];
            /** @description Of what would be posted now; send it back as `seen` with the approval */
            fingerprint: string | null;
            holder: string | null;
            id: string;
            isOwn: boolean;
            /** @description All of what was posted was undone since */
            isUndone: boolean;
            itemId: string | null;
            itemNumber: string | null;
            /** @enum {string} */
            kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
            /** @description Who approved it and may decide it no more: it counts no more */
            lapsedBy: string[];
            /** @description How many must approve */
            needed: number;
            note: string | null;
            /** @description Why the caller cannot decide it; null when they can */
            noTurn: ("own" | "no_permission" | "above_limit" | "approved_already" | "settled" | "refused_by_books") | null;
            /** @description As they would be posted now; null when settled or refused */
            now: components["schemas"]["DraftedEntry"][] | null;
            payments: components["schemas"]["RefundPayment"][];
            reason: string;
            /** @description Why the books refuse it now */
            refusal: {
                code: string;
                message: string;
            } | null;
            requestedAt: string;
            requestedByName: string;
            settledAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent_back" | "posted" | "withdrawn";
            steps: {
                at: string;
                byName: string;
                version: number;
                /** @enum {string} */
                what: "asked" | "approved" | "sent_back" | "withdrawn" | "posted";
                words: string | null;
            }[];
            /** @description Of a transfer */
            toCompany: string | null;
            /** @description In the company’s currency: what limits are compared with */
            value: components["schemas"]["Money"];
            version: number;
            /** @description Since it was asked last, while it waits: nothing expires by itself */
            waitsDays: number | null;
        };
        ApprovalDetailInput: {
            /** @description Of a refund: where it goes */
            account: string | null;
            amount: components["schemas"]["MoneyInput"];
            approvalsCount: number;
            /** @description Whose approval counts */
            approvedBy: string[];
            /** @description The entries as they were drafted when it was asked */
            asked: components["schemas"]["DraftedEntryInput"][];
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description Who may decide it */
            deciders: string[];
            differences: {
                account: string;
                asked: components["schemas"]["MoneyInput"];
                askedFunctional: components["schemas"]["MoneyInput"];
                customerName: string | null;
                itemNumber: string | null;
                now: components["schemas"]["MoneyInput"];
                nowFunctional: components["schemas"]["MoneyInput"];
            }[];
            doubts: {
                amount: components["schemas"]["MoneyInput"] | null;
                code: string;
                parameters: {
                    [key: string]: string;
                };
            }[];
            entryIds: string[];
            evidence: {
                addedAt: string;
                addedByName: string;
                bytes: number;
                id: string;
                name: string;
            }[];
            /** @description Of what would be posted now; send it back as `seen` with the approval */
            fingerprint: string | null;
            holder: string | null;
            id: string;
            isOwn: boolean;
            /** @description All of what was posted was undone since */
            isUndone: boolean;
            itemId: string | null;
            itemNumber: string | null;
            /** @enum {string} */
            kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
            /** @description Who approved it and may decide it no more: it counts no more */
            lapsedBy: string[];
            /** @description How many must approve */
            needed: number;
            note: string | null;
            /** @description Why the caller cannot decide it; null when they can */
            noTurn: ("own" | "no_permission" | "above_limit" | "approved_already" | "settled" | "refused_by_books") | null;
            /** @description As they would be posted now; null when settled or refused */
            now: components["schemas"]["DraftedEntryInput"][] | null;
            payments: components["schemas"]["RefundPaymentInput"][];
            reason: string;
            /** @description Why the books refuse it now */
            refusal: {
                code: string;
                message: string;
            } | null;
            requestedAt: string;
            requestedByName: string;
            settledAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent_back" | "posted" | "withdrawn";
            steps: {
                at: string;
                byName: string;
                version: number;
                /** @enum {string} */
                what: "asked" | "approved" | "sent_back" | "withdrawn" | "posted";
                words: string | null;
            }[];
            /** @description Of a transfer */
            toCompany: string | null;
            /** @description In the company’s currency: what limits are compared with */
            value: components["schemas"]["MoneyInput"];
            version: number;
            /** @description Since it was asked last, while it waits: nothing expires by itself */
            waitsDays: number | null;
        };
        ApprovalRow: {
            amount: components["schemas"]["Money"];
            approvalsCount: number;
            customerId: string;
            customerName: string;
            customerNumber: string;
            id: string;
            isOwn: boolean;
            /** @description All of what was posted was undone since */
            isUndone: boolean;
            itemId: string | null;
            itemNumber: string | null;
            /** @enum {string} */
            kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
            lastWords: string | null;
            /** @description How many must approve */
            needed: number;
            /** @description Why the caller cannot decide it; null when they can */
            noTurn: ("own" | "no_permission" | "above_limit" | "approved_already" | "settled" | "refused_by_books") | null;
            reason: string;
            requestedAt: string;
            requestedByName: string;
            settledAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent_back" | "posted" | "withdrawn";
            /** @description In the company’s currency: what limits are compared with */
            value: components["schemas"]["Money"];
            /** @description Since it was asked last, while it waits: nothing expires by itself */
            waitsDays: number | null;
        };
        ApprovalRowInput: {
            amount: components["schemas"]["MoneyInput"];
            approvalsCount: number;
            customerId: string;
            customerName: string;
            customerNumber: string;
            id: string;
            isOwn: boolean;
            /** @description All of what was posted was undone since */
            isUndone: boolean;
            itemId: string | null;
            itemNumber: string | null;
            /** @enum {string} */
            kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
            lastWords: string | null;
            /** @description How many must approve */
            needed: number;
            /** @description Why the caller cannot decide it; null when they can */
            noTurn: ("own" | "no_permission" | "above_limit" | "approved_already" | "settled" | "refused_by_books") | null;
            reason: string;
            requestedAt: string;
            requestedByName: string;
            settledAt: string | null;
            /** @enum {string} */
            state: "waiting" | "sent_back" | "posted" | "withdrawn";
            /** @description In the company’s currency: what limits are compared with */
            value: components["schemas"]["MoneyInput"];
            /** @description Since it was asked last, while it waits: nothing expires by itself */
            waitsDays: number | null;
        };
        Arrival: {
            arrivedAt: string;
            by: string;
            bytes: number | null;
            /** @enum {string} */
            channel: "page" | "api" | "command_line" | "folder" | "mailbox";
            fileName: string;
            id: string;
            importId: string | null;
            importKind: string | null;
            importStatus: string | null;
            /** @enum {string} */
            outcome: "imported" | "repeated" | "refused";
            place: string | null;
            /** @description Why it was refused, and what to do */
            reason: string | null;
            sender: string | null;
            sha256: string | null;
            sourceName: string | null;
        };
        ArrivalInput: {
            arrivedAt: string;
            by: string;
            bytes: number | null;
            /** @enum {string} */
            channel: "page" | "api" | "command_line" | "folder" | "mailbox";
            fileName: string;
            id: string;
            importId: string | null;
            importKind: string | null;
            importStatus: string | null;
            /** @enum {string} */
            outcome: "imported" | "repeated" | "refused";
            place: string | null;
            /** @description Why it was refused, and what to do */
            reason: string | null;
            sender: string | null;
            sha256: string | null;
            sourceName: string | null;
        };
        ArrivalSource: {
            checkedAt: string | null;
            error: string | null;
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            id: string;
            /** @default true */
            isEnabled: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList: boolean;
            /** @constant */
            kind: "folder";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @description Below the drop directory of the installation, such as DE01/bank */
                path: string;
            };
        } | {
            checkedAt: string | null;
            error: string | null;
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            id: string;
            /** @default true */
            isEnabled: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList: boolean;
            /** @constant */
            kind: "mailbox";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @default INBOX */
                folder: string;
                host: string;
                /** @description The setting of the server that holds the password; the password itself is not stored */
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends the password in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                user: string;
            };
        };
        ArrivalSourceDraft: {
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            /** @default true */
            isEnabled: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList: boolean;
            /** @constant */
            kind: "folder";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @description Below the drop directory of the installation, such as DE01/bank */
                path: string;
            };
        } | {
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            /** @default true */
            isEnabled: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList: boolean;
            /** @constant */
            kind: "mailbox";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @default INBOX */
                folder: string;
                host: string;
                /** @description The setting of the server that holds the password; the password itself is not stored */
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends the password in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                user: string;
            };
        };
        ArrivalSourceDraftInput: {
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind?: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            /** @default true */
            isEnabled?: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList?: boolean;
            /** @constant */
            kind: "folder";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @description Below the drop directory of the installation, such as DE01/bank */
                path: string;
            };
        } | {
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind?: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            /** @default true */
            isEnabled?: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList?: boolean;
            /** @constant */
            kind: "mailbox";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @default INBOX */
                folder?: string;
                host: string;
                /** @description The setting of the server that holds the password; the password itself is not stored */
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends the password in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                user: string;
            };
        };
        ArrivalSourceInput: {
            checkedAt: string | null;
            error: string | null;
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind?: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            id: string;
            /** @default true */
            isEnabled?: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList?: boolean;
            /** @constant */
            kind: "folder";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @description Below the drop directory of the installation, such as DE01/bank */
                path: string;
            };
        } | {
            checkedAt: string | null;
            error: string | null;
            /**
             * @description What its files are; found from each file when null
             * @default null
             */
            fileKind?: ("customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement") | null;
            id: string;
            /** @default true */
            isEnabled?: boolean;
            /**
             * @description Its item files list all items open on the day they come
             * @default false
             */
            isFullList?: boolean;
            /** @constant */
            kind: "mailbox";
            name: string;
            /**
             * @description What is done with a file that was read
             * @enum {string}
             */
            posting: "preview" | "good_rows" | "all";
            settings: {
                /** @default INBOX */
                folder?: string;
                host: string;
                /** @description The setting of the server that holds the password; the password itself is not stored */
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends the password in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                user: string;
            };
        };
        AuditEvent: {
            action: string;
            /** Format: uuid */
            actorId: string;
            actorName: string;
            after: unknown;
            before: unknown;
            /** Format: uuid */
            id: string;
            reason: string | null;
            recordedAt: string;
            subjectId: string;
            subjectKind: string;
        };
        AuditEventInput: {
            action: string;
            /** Format: uuid */
            actorId: string;
            actorName: string;
            after: unknown;
            before: unknown;
            /** Format: uuid */
            id: string;
            reason: string | null;
            recordedAt: string;
            subjectId: string;
            subjectKind: string;
        };
        Blocker: {
            customerId: string | null;
            customerName: string | null;
            id: string;
            ownerId: string;
            ownerName: string;
            raisedAt: string;
            raisedByName: string;
            solution: string | null;
            solvedAt: string | null;
            solvedByName: string | null;
            text: string;
        };
        BlockerInput: {
            customerId: string | null;
            customerName: string | null;
            id: string;
            ownerId: string;
            ownerName: string;
            raisedAt: string;
            raisedByName: string;
            solution: string | null;
            solvedAt: string | null;
            solvedByName: string | null;
            text: string;
        };
        CallBack: {
            assigneeId: string;
            assigneeName: string;
            contactId: string | null;
            contactName: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            dueAt: string;
            id: string;
            madeByName: string;
            note: string;
            /** @description Of the customer’s clock */
            theirZone: string;
            /** @description When both sides work: now, or next; null: not within the days looked at */
            window: {
                from: string;
                isNow: boolean;
                until: string;
            } | null;
        };
        CallBackInput: {
            assigneeId: string;
            assigneeName: string;
            contactId: string | null;
            contactName: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            dueAt: string;
            id: string;
            madeByName: string;
            note: string;
            /** @description Of the customer’s clock */
            theirZone: string;
            /** @description When both sides work: now, or next; null: not within the days looked at */
            window: {
                from: string;
                isNow: boolean;
                until: string;
            } | null;
        };
        CallSheet: {
            /** @description By the customer’s clock, from past calls */
            bestTime: {
                fromHour: number;
                reached: number;
                tried: number;
                untilHour: number;
            } | null;
            callBacks: {
                assigneeName: string;
                contactName: string | null;
                dueAt: string;
                id: string;
                note: string;
            }[];
            /** @description Which of them the sheet is for */
            chosen: number | null;
            customerId: string;
            disputes: {
                id: string;
                itemNumber: string | null;
                reason: string;
            }[];
            itemCount: number;
            /** @description Open debits, the oldest first, at most 50 */
            items: {
                dueOn: string;
                id: string;
                isDisputed: boolean;
                isOverdue: boolean;
                number: string;
                open: components["schemas"]["Money"];
            }[];
            /** @enum {string} */
            language: "en" | "it" | "de" | "fr" | "es";
            lastContacts: {
                at: string;
                by: string;
                id: string;
                kind: string;
                text: string;
            }[];
            name: string;
            number: string;
            promises: {
                amount: components["schemas"]["Money"];
                id: string;
                promisedOn: string;
                state: string;
            }[];
            reaches: {
                /** @description Null: the number of the customer itself */
                contactId: string | null;
                hasAddress: boolean;
                isPrimary: boolean;
                /** @description Said not to be called */
                isRefused: boolean;
                /** @description A call found it wrong, and none since got through */
                isWrong: boolean;
                language: string | null;
                lastReachedAt: string | null;
                /** @description tel:; null also for whoever said not to be called */
                link: string | null;
                name: string | null;
                notes: string | null;
                /** @description E.164; null: it cannot be dialled as it is written */
                number: string | null;
                roles: string[];
                shown: string | null;
                /** @description The number as it was written down */
                written: string | null;
            }[];
            script: string;
            scriptNumber: number;
            /** @enum {string} */
            situation: "first_call" | "follow_up" | "promise_broken" | "dispute";
            timeZone: string;
            /** @description When both sides work: now, or next; null: not within the days looked at */
            window: {
                from: string;
                isNow: boolean;
                until: string;
            } | null;
        };
        CallSheetInput: {
            /** @description By the customer’s clock, from past calls */
            bestTime: {
                fromHour: number;
                reached: number;
                tried: number;
                untilHour: number;
            } | null;
            callBacks: {
                assigneeName: string;
                contactName: string | null;
                dueAt: string;
                id: string;
                note: string;
            }[];
            /** @description Which of them the sheet is for */
            chosen: number | null;
            customerId: string;
            disputes: {
                id: string;
                itemNumber: string | null;
                reason: string;
            }[];
            itemCount: number;
            /** @description Open debits, the oldest first, at most 50 */
            items: {
                dueOn: string;
                id: string;
                isDisputed: boolean;
                isOverdue: boolean;
                number: string;
                open: components["schemas"]["MoneyInput"];
            }[];
            /** @enum {string} */
            language: "en" | "it" | "de" | "fr" | "es";
            lastContacts: {
                at: string;
                by: string;
                id: string;
                kind: string;
                text: string;
            }[];
            name: string;
            number: string;
            promises: {
                amount: components["schemas"]["MoneyInput"];
                id: string;
                promisedOn: string;
                state: string;
            }[];
            reaches: {
                /** @description Null: the number of the customer itself */
                contactId: string | null;
                hasAddress: boolean;
                isPrimary: boolean;
                /** @description Said not to be called */
                isRefused: boolean;
                /** @description A call found it wrong, and none since got through */
                isWrong: boolean;
                language: string | null;
                lastReachedAt: string | null;
                /** @description tel:; null also for whoever said not to be called */
                link: string | null;
                name: string | null;
                notes: string | null;
                /** @description E.164; null: it cannot be dialled as it is written */
                number: string | null;
                roles: string[];
                shown: string | null;
                /** @description The number as it was written down */
                written: string | null;
            }[];
            script: string;
            scriptNumber: number;
            /** @enum {string} */
            situation: "first_call" | "follow_up" | "promise_broken" | "dispute";
            timeZone: string;
            /** @description When both sides work: now, or next; null: not within the days looked at */
            window: {
                from: string;
                isNow: boolean;
                until: string;
            } | null;
        };
        CashMeasures: {
            autoLines: {
                denominator: number;
                /** @description How it is counted, in words */
                formula: string;
                numerator: number;
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            };
            autoPayments: {
                denominator: number;
                /** @description How it is counted, in words */
                formula: string;
                lists: {
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    denominator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    numerator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description What the denominator has beyond
                     * @enum {string}
                     */
                    others: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                };
                numerator: number;
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            };
            autoValue: {
                currencies: {
                    denominator: components["schemas"]["Money"];
                    numerator: components["schemas"]["Money"];
                    /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                    share: number | null;
                }[];
                /** @description How it is counted, in words */
                formula: string;
            };
            /** @description Null when all came in the functional currency */
            autoValueFunctional: {
                denominator: components["schemas"]["Money"];
                /** @description How it is counted, in words */
                formula: string;
                numerator: components["schemas"]["Money"];
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            } | null;
            exceptions: {
                count: number;
                /** @description How it is counted, in words */
                formula: string;
                reasons: {
                    /** @description By currency */
                    amounts: components["schemas"]["Money"][];
                    count: number;
                    /** @description Null: nothing was asked, or nobody has looked at it yet */
                    questionCode: string | null;
                    /** @description Of which are not applied yet */
                    waitingCount: number;
                }[];
            };
            from: string;
            payersWithoutRemittance: {
                /** @description How it is counted, in words */
                formula: string;
                payers: {
                    amounts: components["schemas"]["Money"][];
                    /** @description Of which did not post by themselves */
                    byHandCount: number;
                    count: number;
                    customerId: string | null;
                    customerNumber: string | null;
                    /** @description The customer’s, or as the bank gave it; empty when it gave none */
                    name: string;
                    /** @description What the list of receipts is asked with */
                    payer: string;
                }[];
            };
            precision: {
                denominator: number;
                /** @description How it is counted, in words */
                formula: string;
                lists: {
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    denominator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    numerator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description What the denominator has beyond
                     * @enum {string}
                     */
                    others: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                };
                numerator: number;
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            };
            timeToApply: {
                all: {
                    /** @description Receipts that were applied */
                    count: number;
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    list: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /** @description By the clock on the wall, nights and weekends too */
                    medianClockMinutes: number | null;
                    /** @description In working time */
                    medianMinutes: number | null;
                    ninthDecileClockMinutes: number | null;
                    ninthDecileMinutes: number | null;
                };
                businessDayMinutes: number;
                /** @description Of what did not post by itself */
                byPeople: {
                    /** @description Receipts that were applied */
                    count: number;
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    list: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /** @description By the clock on the wall, nights and weekends too */
                    medianClockMinutes: number | null;
                    /** @description In working time */
                    medianMinutes: number | null;
                    ninthDecileClockMinutes: number | null;
                    ninthDecileMinutes: number | null;
                };
                /** @description How it is counted, in words */
                formula: string;
                /** @description Not applied yet */
                waitingCount: number;
            };
            to: string;
            trend: {
                /** @description How it is counted, in words */
                formula: string;
                weeks: {
                    denominator: number;
                    from: string;
                    numerator: number;
                    /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                    share: number | null;
                    to: string;
                }[];
            };
        };
        CashMeasuresInput: {
            autoLines: {
                denominator: number;
                /** @description How it is counted, in words */
                formula: string;
                numerator: number;
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            };
            autoPayments: {
                denominator: number;
                /** @description How it is counted, in words */
                formula: string;
                lists: {
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    denominator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    numerator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description What the denominator has beyond
                     * @enum {string}
                     */
                    others: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                };
                numerator: number;
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            };
            autoValue: {
                currencies: {
                    denominator: components["schemas"]["MoneyInput"];
                    numerator: components["schemas"]["MoneyInput"];
                    /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                    share: number | null;
                }[];
                /** @description How it is counted, in words */
                formula: string;
            };
            /** @description Null when all came in the functional currency */
            autoValueFunctional: {
                denominator: components["schemas"]["MoneyInput"];
                /** @description How it is counted, in words */
                formula: string;
                numerator: components["schemas"]["MoneyInput"];
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            } | null;
            exceptions: {
                count: number;
                /** @description How it is counted, in words */
                formula: string;
                reasons: {
                    /** @description By currency */
                    amounts: components["schemas"]["MoneyInput"][];
                    count: number;
                    /** @description Null: nothing was asked, or nobody has looked at it yet */
                    questionCode: string | null;
                    /** @description Of which are not applied yet */
                    waitingCount: number;
                }[];
            };
            from: string;
            payersWithoutRemittance: {
                /** @description How it is counted, in words */
                formula: string;
                payers: {
                    amounts: components["schemas"]["MoneyInput"][];
                    /** @description Of which did not post by themselves */
                    byHandCount: number;
                    count: number;
                    customerId: string | null;
                    customerNumber: string | null;
                    /** @description The customer’s, or as the bank gave it; empty when it gave none */
                    name: string;
                    /** @description What the list of receipts is asked with */
                    payer: string;
                }[];
            };
            precision: {
                denominator: number;
                /** @description How it is counted, in words */
                formula: string;
                lists: {
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    denominator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    numerator: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /**
                     * @description What the denominator has beyond
                     * @enum {string}
                     */
                    others: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                };
                numerator: number;
                /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                share: number | null;
            };
            timeToApply: {
                all: {
                    /** @description Receipts that were applied */
                    count: number;
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    list: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /** @description By the clock on the wall, nights and weekends too */
                    medianClockMinutes: number | null;
                    /** @description In working time */
                    medianMinutes: number | null;
                    ninthDecileClockMinutes: number | null;
                    ninthDecileMinutes: number | null;
                };
                businessDayMinutes: number;
                /** @description Of what did not post by itself */
                byPeople: {
                    /** @description Receipts that were applied */
                    count: number;
                    /**
                     * @description The figure of the list of receipts that are counted
                     * @enum {string}
                     */
                    list: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                    /** @description By the clock on the wall, nights and weekends too */
                    medianClockMinutes: number | null;
                    /** @description In working time */
                    medianMinutes: number | null;
                    ninthDecileClockMinutes: number | null;
                    ninthDecileMinutes: number | null;
                };
                /** @description How it is counted, in words */
                formula: string;
                /** @description Not applied yet */
                waitingCount: number;
            };
            to: string;
            trend: {
                /** @description How it is counted, in words */
                formula: string;
                weeks: {
                    denominator: number;
                    from: string;
                    numerator: number;
                    /** @description From 0 to 1, in ten-thousandths, half up; null of nothing */
                    share: number | null;
                    to: string;
                }[];
            };
        };
        CashPolicyChanges: {
            /**
             * @description Minutes of working time after which a receipt is late, where they differ from the usual
             * @default {
             *       "queues": {},
             *       "reasons": {}
             *     }
             */
            deadlines: {
                queues: {
                    [key: string]: number;
                };
                /** @description By what is asked; goes before the queue */
                reasons: {
                    [key: string]: number;
                };
            };
            /** @description Treatments that differ from the usual */
            deductions: {
                [key: string]: {
                    caps: {
                        analystDayUnitsMax: number | null;
                        dayUnitsMax: number | null;
                        itemPercentMax: number | null;
                        itemUnitsMax: number | null;
                    };
                    isClaimed: boolean;
                };
            };
            /** @description Figures that differ from the usual, by name */
            limits: {
                [key: string]: number;
            };
            /** @description Rules that no longer post by themselves */
            rulesOff: string[];
        };
        CashPolicyChangesInput: {
            /**
             * @description Minutes of working time after which a receipt is late, where they differ from the usual
             * @default {
             *       "queues": {},
             *       "reasons": {}
             *     }
             */
            deadlines?: {
                queues: {
                    [key: string]: number;
                };
                /** @description By what is asked; goes before the queue */
                reasons: {
                    [key: string]: number;
                };
            };
            /** @description Treatments that differ from the usual */
            deductions: {
                [key: string]: {
                    caps: {
                        analystDayUnitsMax: number | null;
                        dayUnitsMax: number | null;
                        itemPercentMax: number | null;
                        itemUnitsMax: number | null;
                    };
                    isClaimed: boolean;
                };
            };
            /** @description Figures that differ from the usual, by name */
            limits: {
                [key: string]: number;
            };
            /** @description Rules that no longer post by themselves */
            rulesOff: string[];
        };
        CashPolicyDifference: {
            amount: components["schemas"]["Money"];
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bookedOn: string;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description Null while nothing stands */
            done: {
                /** @description Cash on items */
                allocations: {
                    amount: string;
                    number: string;
                }[];
                customer: string | null;
                deductions: {
                    amount: string;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @enum {string} */
                    treatment: "posted" | "claimed";
                }[];
                posts: boolean;
                rule: string | null;
            } | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description The version posts it otherwise than it was done */
            isOtherwise: boolean;
            /**
             * @description same: both policies agree, and not with what was done
             * @enum {string}
             */
            kind: "more" | "fewer" | "changed" | "same";
            now: {
                /** @description Cash on items */
                allocations: {
                    amount: string;
                    number: string;
                }[];
                alternativesCount: number;
                customer: string | null;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
                deductions: {
                    amount: string;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @enum {string} */
                    treatment: "posted" | "claimed";
                }[];
                evidence: {
                    detail: string;
                    kind: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                }[];
                posts: boolean;
                rule: string | null;
                /** @description How the decision reads */
                sentence: string;
            };
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            position: number;
            proposed: {
                /** @description Cash on items */
                allocations: {
                    amount: string;
                    number: string;
                }[];
                alternativesCount: number;
                customer: string | null;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
                deductions: {
                    amount: string;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @enum {string} */
                    treatment: "posted" | "claimed";
                }[];
                evidence: {
                    detail: string;
                    kind: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                }[];
                posts: boolean;
                rule: string | null;
                /** @description How the decision reads */
                sentence: string;
            };
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["Money"];
            valueOn: string | null;
        };
        CashPolicyDifferenceInput: {
            amount: components["schemas"]["MoneyInput"];
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bookedOn: string;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description Null while nothing stands */
            done: {
                /** @description Cash on items */
                allocations: {
                    amount: string;
                    number: string;
                }[];
                customer: string | null;
                deductions: {
                    amount: string;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @enum {string} */
                    treatment: "posted" | "claimed";
                }[];
                posts: boolean;
                rule: string | null;
            } | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description The version posts it otherwise than it was done */
            isOtherwise: boolean;
            /**
             * @description same: both policies agree, and not with what was done
             * @enum {string}
             */
            kind: "more" | "fewer" | "changed" | "same";
            now: {
                /** @description Cash on items */
                allocations: {
                    amount: string;
                    number: string;
                }[];
                alternativesCount: number;
                customer: string | null;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
                deductions: {
                    amount: string;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @enum {string} */
                    treatment: "posted" | "claimed";
                }[];
                evidence: {
                    detail: string;
                    kind: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                }[];
                posts: boolean;
                rule: string | null;
                /** @description How the decision reads */
                sentence: string;
            };
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            position: number;
            proposed: {
                /** @description Cash on items */
                allocations: {
                    amount: string;
                    number: string;
                }[];
                alternativesCount: number;
                customer: string | null;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
                deductions: {
                    amount: string;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @enum {string} */
                    treatment: "posted" | "claimed";
                }[];
                evidence: {
                    detail: string;
                    kind: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                }[];
                posts: boolean;
                rule: string | null;
                /** @description How the decision reads */
                sentence: string;
            };
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["MoneyInput"];
            valueOn: string | null;
        };
        CashPolicyTrial: {
            /** @description The version it is compared with; 0 is the usual policy */
            baseNumber: number;
            /** @description Posted by both, in another way */
            changed: number;
            differencesCount: number;
            endedAt: string | null;
            failure: string | null;
            fewer: number;
            from: string;
            id: string;
            /** @description It has ended, and was compared with what holds: the version may be switched on after it */
            isStillTrue: boolean;
            /** @description Posted by the version and not by the policy that held */
            more: {
                /** @description Of these, otherwise than it was done in the end */
                otherwise: number;
                posted: number;
            };
            now: {
                /** @description Of these, otherwise than it was done in the end */
                otherwise: number;
                posted: number;
            };
            /** @description The version that is tried */
            number: number;
            proposed: {
                /** @description Of these, otherwise than it was done in the end */
                otherwise: number;
                posted: number;
            };
            /** @description Of these; the figures are so far while it runs */
            receiptsDone: number;
            receiptsKnown: number;
            runAt: string;
            runByName: string;
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            until: string;
        };
        CashPolicyTrialInput: {
            /** @description The version it is compared with; 0 is the usual policy */
            baseNumber: number;
            /** @description Posted by both, in another way */
            changed: number;
            differencesCount: number;
            endedAt: string | null;
            failure: string | null;
            fewer: number;
            from: string;
            id: string;
            /** @description It has ended, and was compared with what holds: the version may be switched on after it */
            isStillTrue: boolean;
            /** @description Posted by the version and not by the policy that held */
            more: {
                /** @description Of these, otherwise than it was done in the end */
                otherwise: number;
                posted: number;
            };
            now: {
                /** @description Of these, otherwise than it was done in the end */
                otherwise: number;
                posted: number;
            };
            /** @description The version that is tried */
            number: number;
            proposed: {
                /** @description Of these, otherwise than it was done in the end */
                otherwise: number;
                posted: number;
            };
            /** @description Of these; the figures are so far while it runs */
            receiptsDone: number;
            receiptsKnown: number;
            runAt: string;
            runByName: string;
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            until: string;
        };
        ClosedPeriod: {
            /** @description Every account by currency, of all postings that take effect by then */
            controlTotals: {
                account: string;
                amount: components["schemas"]["Money"];
                functional: components["schemas"]["Money"];
            }[];
            endsOn: string;
            month: string;
        };
        ClosedPeriodInput: {
            /** @description Every account by currency, of all postings that take effect by then */
            controlTotals: {
                account: string;
                amount: components["schemas"]["MoneyInput"];
                functional: components["schemas"]["MoneyInput"];
            }[];
            endsOn: string;
            month: string;
        };
        CollectionStrategy: {
            customers: {
                channels: string[];
                countries: string[];
                segments: string[];
                tags: string[];
                tiers: string[];
            };
            ladder: {
                /**
                 * @description From where the days are counted
                 * @enum {string}
                 */
                boundary: "due_date" | "last_step" | "month_end";
                /** @enum {string} */
                channel: "mail" | "person";
                days: number;
                /** @description Whole units of the company’s currency */
                itemUnitsMin: number;
                /** @description Names the step for ever; an item’s history tells by it where it stands */
                key: string;
                /** @enum {string} */
                kind: "pre_due" | "statement" | "notice" | "call" | "escalation" | "hold_proposal" | "legal";
                /** @description The text of the letter; null for what a person does */
                purpose: ("pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4") | null;
                /** @description At least so many days after the item’s step before */
                waitDays: number;
            }[];
            limits: {
                bankDataDaysMax: number;
                customerUnitsMin: number;
                messagesPerDayMax: number;
                quietDays: number;
            };
            name: string;
        };
        CollectionStrategyInput: {
            customers: {
                channels: string[];
                countries: string[];
                segments: string[];
                tags: string[];
                tiers: string[];
            };
            ladder: {
                /**
                 * @description From where the days are counted
                 * @enum {string}
                 */
                boundary: "due_date" | "last_step" | "month_end";
                /** @enum {string} */
                channel: "mail" | "person";
                days: number;
                /** @description Whole units of the company’s currency */
                itemUnitsMin: number;
                /** @description Names the step for ever; an item’s history tells by it where it stands */
                key: string;
                /** @enum {string} */
                kind: "pre_due" | "statement" | "notice" | "call" | "escalation" | "hold_proposal" | "legal";
                /** @description The text of the letter; null for what a person does */
                purpose: ("pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4") | null;
                /** @description At least so many days after the item’s step before */
                waitDays: number;
            }[];
            limits: {
                bankDataDaysMax: number;
                customerUnitsMin: number;
                messagesPerDayMax: number;
                quietDays: number;
            };
            name: string;
        };
        Company: {
            code: string;
            functionalCurrency: string;
            name: string;
            timeZone: string;
        };
        CompanyInput: {
            code: string;
            functionalCurrency: string;
            name: string;
            timeZone: string;
        };
        Contact: {
            createdAt: string;
            customerId: string;
            email: string | null;
            endedAt: string | null;
            id: string;
            isPrimary: boolean;
            language: string | null;
            name: string;
            notes: string | null;
            phone: string | null;
            roles: string[];
        };
        ContactConsent: {
            contactId: string;
            mayCall: boolean;
            mayMail: boolean;
            number: number;
            setAt: string;
            setByName: string;
            since: string;
            source: string;
        };
        ContactConsentInput: {
            contactId: string;
            mayCall: boolean;
            mayMail: boolean;
            number: number;
            setAt: string;
            setByName: string;
            since: string;
            source: string;
        };
        ContactInput: {
            createdAt: string;
            customerId: string;
            email: string | null;
            endedAt: string | null;
            id: string;
            isPrimary: boolean;
            language: string | null;
            name: string;
            notes: string | null;
            phone: string | null;
            roles: string[];
        };
        Conversation: {
            assignedTo: string | null;
            assignedToName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            id: string;
            /** @enum {string} */
            lastDirection: "in" | "out";
            lastFrom: string;
            lastMessageAt: string;
            messageCount: number;
            openingWords: string;
            /** @enum {string} */
            state: "open" | "handled";
            subject: string;
            /** @description Since when somebody waits for our answer */
            waitingSince: string | null;
        };
        ConversationInput: {
            assignedTo: string | null;
            assignedToName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            id: string;
            /** @enum {string} */
            lastDirection: "in" | "out";
            lastFrom: string;
            lastMessageAt: string;
            messageCount: number;
            openingWords: string;
            /** @enum {string} */
            state: "open" | "handled";
            subject: string;
            /** @description Since when somebody waits for our answer */
            waitingSince: string | null;
        };
        Customer: {
            /** @description One for each currency in which something is open, merged duplicates included */
            balances: {
                overdue: components["schemas"]["Money"];
                /** @description Invoices less credit notes */
                receivable: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                /** @description Receipts and on-account credits, negative */
                unapplied: components["schemas"]["Money"];
            }[];
            /** @description Blocks in force */
            blocks: {
                blockedAt: string;
                blockedBy: string;
                blockedByName: string;
                id: string;
                reason: string;
                /** @enum {string} */
                what: "orders" | "dunning" | "payments";
            }[];
            channel: string | null;
            country: string | null;
            createdAt: string;
            creditLimit: components["schemas"]["Money"] | null;
            email: string | null;
            id: string;
            /** @enum {string} */
            kind: "regular" | "unidentified";
            language: string | null;
            /** @description The customer that this record was found to be a duplicate of */
            mergedInto: {
                id: string;
                name: string;
                number: string;
            } | null;
            name: string;
            number: string;
            parent: {
                id: string;
                name: string;
                number: string;
            } | null;
            parentId: string | null;
            phone: string | null;
            segment: string | null;
            tags: string[];
            taxId: string | null;
            terms: string | null;
            tier: string | null;
            timeZone: string | null;
        };
        CustomerBehaviour: {
            all: {
                /** @description Weighted by amount; below zero is early */
                daysLate: number;
                /** @description Of the amount */
                onTimePercent: number;
                paid: components["schemas"]["Money"];
            } | null;
            /** @description Months with payments, the earliest first */
            months: {
                /** @description Weighted by amount; below zero is early */
                daysLate: number;
                month: string;
                /** @description Of the amount */
                onTimePercent: number;
                paid: components["schemas"]["Money"];
            }[];
            /** @description What the days on which money came have in common; no pattern when most have nothing */
            rhythm: {
                nextOn: string | null;
                ofTimes: number;
                pattern: ({
                    /** @constant */
                    kind: "nth_weekday";
                    /** @description -1: the last */
                    nth: number;
                    weekday: number;
                } | {
                    /** @description 31: the last day */
                    days: number[];
                    /** @constant */
                    kind: "month_days";
                } | {
                    everyWeeks: number;
                    /** @constant */
                    kind: "weekly";
                    weekday: number;
                }) | null;
                times: number;
            };
            since: string;
            /** @description The next pay run as the customer told it */
            stated: {
                cutOffOn: string | null;
                nextOn: string;
            } | null;
        };
        CustomerBehaviourInput: {
            all: {
                /** @description Weighted by amount; below zero is early */
                daysLate: number;
                /** @description Of the amount */
                onTimePercent: number;
                paid: components["schemas"]["MoneyInput"];
            } | null;
            /** @description Months with payments, the earliest first */
            months: {
                /** @description Weighted by amount; below zero is early */
                daysLate: number;
                month: string;
                /** @description Of the amount */
                onTimePercent: number;
                paid: components["schemas"]["MoneyInput"];
            }[];
            /** @description What the days on which money came have in common; no pattern when most have nothing */
            rhythm: {
                nextOn: string | null;
                ofTimes: number;
                pattern: ({
                    /** @constant */
                    kind: "nth_weekday";
                    /** @description -1: the last */
                    nth: number;
                    weekday: number;
                } | {
                    /** @description 31: the last day */
                    days: number[];
                    /** @constant */
                    kind: "month_days";
                } | {
                    everyWeeks: number;
                    /** @constant */
                    kind: "weekly";
                    weekday: number;
                }) | null;
                times: number;
            };
            since: string;
            /** @description The next pay run as the customer told it */
            stated: {
                cutOffOn: string | null;
                nextOn: string;
            } | null;
        };
        CustomerHours: {
            holidayList: string | null;
            note: string | null;
            /** @description What differs from its country; null for nothing */
            own: {
                holidayList: string | null;
                note: string | null;
                week: {
                    fromMinute: number;
                    untilMinute: number;
                }[][] | null;
            } | null;
            timeZone: string;
            /** @description From Monday */
            week: {
                fromMinute: number;
                untilMinute: number;
            }[][];
            /** @description When you and the customer both work: now, or next within two weeks */
            window: {
                from: string;
                isNow: boolean;
                until: string;
            } | null;
        };
        CustomerHoursInput: {
            holidayList: string | null;
            note: string | null;
            /** @description What differs from its country; null for nothing */
            own: {
                holidayList: string | null;
                note: string | null;
                week: {
                    fromMinute: number;
                    untilMinute: number;
                }[][] | null;
            } | null;
            timeZone: string;
            /** @description From Monday */
            week: {
                fromMinute: number;
                untilMinute: number;
            }[][];
            /** @description When you and the customer both work: now, or next within two weeks */
            window: {
                from: string;
                isNow: boolean;
                until: string;
            } | null;
        };
        CustomerInput: {
            /** @description One for each currency in which something is open, merged duplicates included */
            balances: {
                overdue: components["schemas"]["MoneyInput"];
                /** @description Invoices less credit notes */
                receivable: components["schemas"]["MoneyInput"];
                total: components["schemas"]["MoneyInput"];
                /** @description Receipts and on-account credits, negative */
                unapplied: components["schemas"]["MoneyInput"];
            }[];
            /** @description Blocks in force */
            blocks: {
                blockedAt: string;
                blockedBy: string;
                blockedByName: string;
                id: string;
                reason: string;
                /** @enum {string} */
                what: "orders" | "dunning" | "payments";
            }[];
            channel: string | null;
            country: string | null;
            createdAt: string;
            creditLimit: components["schemas"]["MoneyInput"] | null;
            email: string | null;
            id: string;
            /** @enum {string} */
            kind: "regular" | "unidentified";
            language: string | null;
            /** @description The customer that this record was found to be a duplicate of */
            mergedInto: {
                id: string;
                name: string;
                number: string;
            } | null;
            name: string;
            number: string;
            parent: {
                id: string;
                name: string;
                number: string;
            } | null;
            parentId: string | null;
            phone: string | null;
            segment: string | null;
            tags: string[];
            taxId: string | null;
            terms: string | null;
            tier: string | null;
            timeZone: string | null;
        };
        CustomerProfile: {
            fields: {
                approval: {
                    days: number | null;
                    who: string;
                }[];
                askFor: {
                    what: string;
                    whom: string;
                }[];
                /** @description So many days before a run an invoice must be approved */
                cutOffDays: number | null;
                delivery: ("mail" | "portal" | "edi" | "post") | null;
                invoiceAddress: string | null;
                note: string | null;
                orderNote: string | null;
                /** @description Which number of theirs an invoice must carry */
                orderRule: ("none" | "each_invoice" | "each_line" | "contract") | null;
                payRun: ({
                    /** @constant */
                    kind: "weekly";
                    weekday: number;
                } | {
                    /** @constant */
                    kind: "nth_weekday";
                    /** @description -1: the last of the month */
                    nth: number;
                    weekday: number;
                } | {
                    /** @description 31: the last day */
                    days: number[];
                    /** @constant */
                    kind: "month_days";
                }) | null;
                portalName: string | null;
                portalUrl: string | null;
            };
            number: number;
            setAt: string;
            setByName: string;
        };
        CustomerProfileInput: {
            fields: {
                approval: {
                    days: number | null;
                    who: string;
                }[];
                askFor: {
                    what: string;
                    whom: string;
                }[];
                /** @description So many days before a run an invoice must be approved */
                cutOffDays: number | null;
                delivery: ("mail" | "portal" | "edi" | "post") | null;
                invoiceAddress: "" | string | null;
                note: string | null;
                orderNote: string | null;
                /** @description Which number of theirs an invoice must carry */
                orderRule: ("none" | "each_invoice" | "each_line" | "contract") | null;
                payRun: ({
                    /** @constant */
                    kind: "weekly";
                    weekday: number;
                } | {
                    /** @constant */
                    kind: "nth_weekday";
                    /** @description -1: the last of the month */
                    nth: number;
                    weekday: number;
                } | {
                    /** @description 31: the last day */
                    days: number[];
                    /** @constant */
                    kind: "month_days";
                }) | null;
                portalName: string | null;
                portalUrl: string | null;
            };
            number: number;
            setAt: string;
            setByName: string;
        };
        CustomerRequest: {
            /** @description The same fields as they shall stand */
            after: {
                [key: string]: unknown;
            };
            askedBy: string | null;
            /** @description The fields as they stood when it was asked */
            before: {
                [key: string]: unknown;
            };
            callBackNote: string | null;
            calledBackAt: string | null;
            calledBackByName: string | null;
            /** @enum {string} */
            channel: "email" | "phone" | "letter" | "portal" | "visit" | "internal";
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            decidedAt: string | null;
            decidedByName: string | null;
            decisionReason: string | null;
            doubts: {
                code: string;
                field: string;
                value: string;
            }[];
            id: string;
            /** @description Asked by the caller, who therefore cannot decide it */
            isOwn: boolean;
            /** @enum {string} */
            kind: "onboarding" | "maintenance";
            /** @description Accounts that were not the customer’s before: call back */
            newAccounts: string[];
            /** @description The customers that the fields name as parents */
            parents: {
                id: string;
                name: string;
                number: string;
            }[];
            reason: string;
            requestedAt: string;
            requestedByName: string;
            /** @enum {string} */
            state: "waiting" | "approved" | "rejected" | "withdrawn";
        };
        CustomerRequestInput: {
            /** @description The same fields as they shall stand */
            after: {
                [key: string]: unknown;
            };
            askedBy: string | null;
            /** @description The fields as they stood when it was asked */
            before: {
                [key: string]: unknown;
            };
            callBackNote: string | null;
            calledBackAt: string | null;
            calledBackByName: string | null;
            /** @enum {string} */
            channel: "email" | "phone" | "letter" | "portal" | "visit" | "internal";
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            decidedAt: string | null;
            decidedByName: string | null;
            decisionReason: string | null;
            doubts: {
                code: string;
                field: string;
                value: string;
            }[];
            id: string;
            /** @description Asked by the caller, who therefore cannot decide it */
            isOwn: boolean;
            /** @enum {string} */
            kind: "onboarding" | "maintenance";
            /** @description Accounts that were not the customer’s before: call back */
            newAccounts: string[];
            /** @description The customers that the fields name as parents */
            parents: {
                id: string;
                name: string;
                number: string;
            }[];
            reason: string;
            requestedAt: string;
            requestedByName: string;
            /** @enum {string} */
            state: "waiting" | "approved" | "rejected" | "withdrawn";
        };
        CustomField: {
            choices: string[];
            id: string;
            /** @enum {string} */
            kind: "text" | "number" | "money" | "date" | "choice" | "yes_no";
            name: string;
            position: number;
            /** @enum {string} */
            subjectKind: "customer" | "item";
        };
        CustomFieldInput: {
            choices: string[];
            id: string;
            /** @enum {string} */
            kind: "text" | "number" | "money" | "date" | "choice" | "yes_no";
            name: string;
            position: number;
            /** @enum {string} */
            subjectKind: "customer" | "item";
        };
        Deduction: {
            amount: components["schemas"]["Money"];
            customerId: string;
            customerName: string;
            customerNumber: string;
            effectiveOn: string;
            endedAt: string | null;
            endedByName: string | null;
            endedReason: string | null;
            id: string;
            /** @description Made by the engine, without a person */
            isByItself: boolean;
            /** @description Of withholding tax: the tax office’s paper is to come */
            isCertificateExpected: boolean;
            itemId: string;
            itemNumber: string;
            /** @description Of an open claim, what the item still has open of it */
            left: components["schemas"]["Money"];
            /** @description Why it is claimed although its reason is usually posted */
            limitedBy: string | null;
            note: string | null;
            /** @enum {string} */
            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
            receiptId: string;
            receiptNumber: string;
            recordedAt: string;
            recordedByName: string;
            /** @enum {string} */
            state: "open" | "posted" | "withdrawn";
            stated: string | null;
            /**
             * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
             * @enum {string}
             */
            treatment: "posted" | "claimed";
        };
        DeductionCode: {
            code: string;
            /** @enum {string} */
            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
            setAt: string;
            setBy: string;
        };
        DeductionCodeInput: {
            code: string;
            /** @enum {string} */
            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
            setAt: string;
            setBy: string;
        };
        DeductionInput: {
            amount: components["schemas"]["MoneyInput"];
            customerId: string;
            customerName: string;
            customerNumber: string;
            effectiveOn: string;
            endedAt: string | null;
            endedByName: string | null;
            endedReason: string | null;
            id: string;
            /** @description Made by the engine, without a person */
            isByItself: boolean;
            /** @description Of withholding tax: the tax office’s paper is to come */
            isCertificateExpected: boolean;
            itemId: string;
            itemNumber: string;
            /** @description Of an open claim, what the item still has open of it */
            left: components["schemas"]["MoneyInput"];
            /** @description Why it is claimed although its reason is usually posted */
            limitedBy: string | null;
            note: string | null;
            /** @enum {string} */
            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
            receiptId: string;
            receiptNumber: string;
            recordedAt: string;
            recordedByName: string;
            /** @enum {string} */
            state: "open" | "posted" | "withdrawn";
            stated: string | null;
            /**
             * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
             * @enum {string}
             */
            treatment: "posted" | "claimed";
        };
        DeductionReason: {
            caps: {
                /** @description Most that one person posts in a day */
                analystDay: components["schemas"]["Money"] | null;
                /** @description Most that is posted for one effective day */
                day: components["schemas"]["Money"] | null;
                /** @description Most that is posted for one item in one payment */
                item: components["schemas"]["Money"] | null;
                /** @description The same in percent of what is settled of the item */
                itemPercent: number | null;
            } | null;
            /** @description The permission that posts beyond them */
            mayExceed: string | null;
            /**
             * @description “terms”: posted only as far as the item’s terms grant it
             * @enum {string}
             */
            needs: "nothing" | "terms" | "certificate";
            /** @enum {string} */
            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
            /**
             * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
             * @enum {string}
             */
            treatment: "posted" | "claimed";
            words: string;
        };
        DeductionReasonInput: {
            caps: {
                /** @description Most that one person posts in a day */
                analystDay: components["schemas"]["MoneyInput"] | null;
                /** @description Most that is posted for one effective day */
                day: components["schemas"]["MoneyInput"] | null;
                /** @description Most that is posted for one item in one payment */
                item: components["schemas"]["MoneyInput"] | null;
                /** @description The same in percent of what is settled of the item */
                itemPercent: number | null;
            } | null;
            /** @description The permission that posts beyond them */
            mayExceed: string | null;
            /**
             * @description “terms”: posted only as far as the item’s terms grant it
             * @enum {string}
             */
            needs: "nothing" | "terms" | "certificate";
            /** @enum {string} */
            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
            /**
             * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
             * @enum {string}
             */
            treatment: "posted" | "claimed";
            words: string;
        };
        Delivery: {
            attempts: number;
            /** @description What the server answered, or what kept it from being sent */
            said: string | null;
            sentAt: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "failed" | "uncertain" | "withdrawn";
            tryAt: string;
        };
        DeliveryInput: {
            attempts: number;
            /** @description What the server answered, or what kept it from being sent */
            said: string | null;
            sentAt: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "failed" | "uncertain" | "withdrawn";
            tryAt: string;
        };
        DraftedEntry: {
            amount: components["schemas"]["Money"];
            effectiveOn: string;
            kind: string;
            postings: {
                account: string;
                amount: components["schemas"]["Money"];
                customerId: string | null;
                customerName: string | null;
                dueOn: string | null;
                functionalAmount: components["schemas"]["Money"];
                itemId: string | null;
                itemNumber: string | null;
            }[];
            reverses: string | null;
        };
        DraftedEntryInput: {
            amount: components["schemas"]["MoneyInput"];
            effectiveOn: string;
            kind: string;
            postings: {
                account: string;
                amount: components["schemas"]["MoneyInput"];
                customerId: string | null;
                customerName: string | null;
                dueOn: string | null;
                functionalAmount: components["schemas"]["MoneyInput"];
                itemId: string | null;
                itemNumber: string | null;
            }[];
            reverses: string | null;
        };
        DunningAction: {
            address: string | null;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            channel: "mail" | "person";
            conversationId: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            decidedAt: string;
            id: string;
            items: number;
            runId: string;
            /** @description What the server answered, or why the letter was withdrawn */
            said: string | null;
            /** @description Of a letter: queued, sending, sent, failed, uncertain, withdrawn */
            state: string | null;
            strategyName: string;
            taskId: string | null;
            what: string;
        };
        DunningActionInput: {
            address: string | null;
            amount: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            channel: "mail" | "person";
            conversationId: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            decidedAt: string;
            id: string;
            items: number;
            runId: string;
            /** @description What the server answered, or why the letter was withdrawn */
            said: string | null;
            /** @description Of a letter: queued, sending, sent, failed, uncertain, withdrawn */
            state: string | null;
            strategyName: string;
            taskId: string | null;
            what: string;
        };
        DunningHeld: {
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description The kind of the hold, or the day of the bank’s data */
            detail: string | null;
            itemId: string;
            itemNumber: string;
            level: number;
            open: components["schemas"]["Money"];
            /** @enum {string} */
            reason: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
            runOn: string;
            stepKey: string;
        };
        DunningHeldInput: {
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description The kind of the hold, or the day of the bank’s data */
            detail: string | null;
            itemId: string;
            itemNumber: string;
            level: number;
            open: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            reason: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
            runOn: string;
            stepKey: string;
        };
        DunningPreviewCustomer: {
            actions: {
                amount: components["schemas"]["Money"];
                /** @enum {string} */
                channel: "mail" | "person";
                items: number;
                /** @description The text of a letter, or what a person is to do */
                what: string;
            }[];
            asked: components["schemas"]["Money"];
            customerId: string;
            held: components["schemas"]["Money"];
            heldBack: {
                amount: components["schemas"]["Money"];
                items: number;
                /** @enum {string} */
                reason: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
            }[];
            name: string;
            number: string;
            strategyName: string;
        };
        DunningPreviewCustomerInput: {
            actions: {
                amount: components["schemas"]["MoneyInput"];
                /** @enum {string} */
                channel: "mail" | "person";
                items: number;
                /** @description The text of a letter, or what a person is to do */
                what: string;
            }[];
            asked: components["schemas"]["MoneyInput"];
            customerId: string;
            held: components["schemas"]["MoneyInput"];
            heldBack: {
                amount: components["schemas"]["MoneyInput"];
                items: number;
                /** @enum {string} */
                reason: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
            }[];
            name: string;
            number: string;
            strategyName: string;
        };
        DunningRun: {
            /** @description Tasks for people */
            acts: number;
            asked: components["schemas"]["Money"];
            customersDone: number;
            customersKnown: number;
            endedAt: string | null;
            failure: string | null;
            held: components["schemas"]["Money"];
            heldItems: number;
            id: string;
            items: number;
            letters: number;
            /** @enum {string} */
            origin: "hand" | "schedule";
            runOn: string;
            startedAt: string;
            startedByName: string;
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            strategyNumber: number;
        };
        DunningRunInput: {
            /** @description Tasks for people */
            acts: number;
            asked: components["schemas"]["MoneyInput"];
            customersDone: number;
            customersKnown: number;
            endedAt: string | null;
            failure: string | null;
            held: components["schemas"]["MoneyInput"];
            heldItems: number;
            id: string;
            items: number;
            letters: number;
            /** @enum {string} */
            origin: "hand" | "schedule";
            runOn: string;
            startedAt: string;
            startedByName: string;
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            strategyNumber: number;
        };
        Hold: {
            /** @description Held of the item; all of it when null */
            amount: components["schemas"]["Money"] | null;
            customerId: string;
            id: string;
            isInForce: boolean;
            /** @description Others end with what they stand for, and not by hand */
            isPlacedByHand: boolean;
            /** @description Null when the customer as a whole is held */
            itemId: string | null;
            itemNumber: string | null;
            kind: string;
            placedAt: string;
            placedBy: string | null;
            reason: string;
            releasedAt: string | null;
            releasedBy: string | null;
            releaseReason: string | null;
            /** @description The last day it is in force */
            untilOn: string | null;
        };
        HoldInput: {
            /** @description Held of the item; all of it when null */
            amount: components["schemas"]["MoneyInput"] | null;
            customerId: string;
            id: string;
            isInForce: boolean;
            /** @description Others end with what they stand for, and not by hand */
            isPlacedByHand: boolean;
            /** @description Null when the customer as a whole is held */
            itemId: string | null;
            itemNumber: string | null;
            kind: string;
            placedAt: string;
            placedBy: string | null;
            reason: string;
            releasedAt: string | null;
            releasedBy: string | null;
            releaseReason: string | null;
            /** @description The last day it is in force */
            untilOn: string | null;
        };
        Holiday: {
            day: string;
            /** @enum {string} */
            effect: "closed" | "half" | "working" | "ordinary";
            fromMinute: number | null;
            /** @enum {string} */
            kind: "public" | "bank" | "optional" | "own";
            name: string;
            /** @enum {string} */
            origin: "library" | "person" | "import";
            untilMinute: number | null;
        };
        HolidayInput: {
            day: string;
            /** @enum {string} */
            effect: "closed" | "half" | "working" | "ordinary";
            fromMinute: number | null;
            /** @enum {string} */
            kind: "public" | "bank" | "optional" | "own";
            name: string;
            /** @enum {string} */
            origin: "library" | "person" | "import";
            untilMinute: number | null;
        };
        Huddle: {
            accolades: {
                day: string;
                givenBy: string;
                givenByName: string;
                id: string;
                personId: string;
                personName: string;
                text: string;
            }[];
            figures: {
                [key: string]: {
                    count: number;
                    /** @description By currency */
                    totals: components["schemas"]["Money"][];
                };
            };
            /** @description The last working day before today */
            from: string;
            /** @description Whose portfolios there are */
            owners: {
                id: string;
                name: string;
            }[];
            people: {
                contacts: number;
                name: string;
                personId: string;
                promises: number;
                promisesKept: number;
                receipts: number;
            }[];
            today: string;
            top: {
                collectable: components["schemas"]["Money"];
                customerId: string;
                lastContactOn: string | null;
                name: string;
                number: string;
                oldestDueOn: string | null;
                overdue: components["schemas"]["Money"];
                score: number;
            }[];
            until: string;
        };
        HuddleInput: {
            accolades: {
                day: string;
                givenBy: string;
                givenByName: string;
                id: string;
                personId: string;
                personName: string;
                text: string;
            }[];
            figures: {
                [key: string]: {
                    count: number;
                    /** @description By currency */
                    totals: components["schemas"]["MoneyInput"][];
                };
            };
            /** @description The last working day before today */
            from: string;
            /** @description Whose portfolios there are */
            owners: {
                id: string;
                name: string;
            }[];
            people: {
                contacts: number;
                name: string;
                personId: string;
                promises: number;
                promisesKept: number;
                receipts: number;
            }[];
            today: string;
            top: {
                collectable: components["schemas"]["MoneyInput"];
                customerId: string;
                lastContactOn: string | null;
                name: string;
                number: string;
                oldestDueOn: string | null;
                overdue: components["schemas"]["MoneyInput"];
                score: number;
            }[];
            until: string;
        };
        HuddleLine: {
            amount: components["schemas"]["Money"] | null;
            byName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of the item, the activity, the promise, the task */
            id: string;
            kind: string | null;
            on: string;
            text: string;
        };
        HuddleLineInput: {
            amount: components["schemas"]["MoneyInput"] | null;
            byName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of the item, the activity, the promise, the task */
            id: string;
            kind: string | null;
            on: string;
            text: string;
        };
        Import: {
            added: number;
            bytes: number;
            changed: number;
            /** @description Why the last step failed, and what to do */
            error: string | null;
            errorCode: string | null;
            /** @description What the refusal names: a day, entries, another file */
            errorDetails: {
                [key: string]: unknown;
            } | null;
            /** @description The first values of each column */
            examples: string[][];
            fileName: string;
            header: string[];
            id: string;
            /** @enum {string} */
            kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement";
            /** @description Rows that were not asked for: another company, blank, no receipt */
            leftOut: number;
            mapping: (components["schemas"]["ImportMapping"] | components["schemas"]["StatementMapping"]) | null;
            /** @description Customers that only the items name, and that come with them */
            newCustomers: number;
            postedAt: string | null;
            problemCount: number;
            /** @description Equal problems as one, refusals first; none in lists */
            problemGroups: components["schemas"]["ImportProblemGroup"][];
            questions: {
                choices: string[];
                code: string;
                field: string;
                /** @description Nothing can be read before it is answered */
                isBlocking: boolean;
                message: string;
            }[];
            refused: number;
            rowsDone: number;
            rowsKnown: number | null;
            sha256: string;
            /** @description The sheets of a workbook */
            sheets: string[];
            /** @description The day of which the file lists all open items; null: it only adds */
            snapshotOn: string | null;
            /** @description The source whose saved mapping was used */
            sourceName: string | null;
            /** @description Of a bank’s file: its first statements; none in lists */
            statements: components["schemas"]["StatementReview"][];
            /** @enum {string} */
            status: "reading" | "preview" | "posting" | "posted" | "failed" | "undoing" | "undone" | "discarded";
            unchanged: number;
            undoneAt: string | null;
            uploadedAt: string;
            uploadedBy: string;
        };
        ImportInput: {
            added: number;
            bytes: number;
            changed: number;
            /** @description Why the last step failed, and what to do */
            error: string | null;
            errorCode: string | null;
            /** @description What the refusal names: a day, entries, another file */
            errorDetails: {
                [key: string]: unknown;
            } | null;
            /** @description The first values of each column */
            examples: string[][];
            fileName: string;
            header: string[];
            id: string;
            /** @enum {string} */
            kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement";
            /** @description Rows that were not asked for: another company, blank, no receipt */
            leftOut: number;
            mapping: (components["schemas"]["ImportMappingInput"] | components["schemas"]["StatementMappingInput"]) | null;
            /** @description Customers that only the items name, and that come with them */
            newCustomers: number;
            postedAt: string | null;
            problemCount: number;
            /** @description Equal problems as one, refusals first; none in lists */
            problemGroups: components["schemas"]["ImportProblemGroupInput"][];
            questions: {
                choices: string[];
                code: string;
                field: string;
                /** @description Nothing can be read before it is answered */
                isBlocking: boolean;
                message: string;
            }[];
            refused: number;
            rowsDone: number;
            rowsKnown: number | null;
            sha256: string;
            /** @description The sheets of a workbook */
            sheets: string[];
            /** @description The day of which the file lists all open items; null: it only adds */
            snapshotOn: string | null;
            /** @description The source whose saved mapping was used */
            sourceName: string | null;
            /** @description Of a bank’s file: its first statements; none in lists */
            statements: components["schemas"]["StatementReviewInput"][];
            /** @enum {string} */
            status: "reading" | "preview" | "posting" | "posted" | "failed" | "undoing" | "undone" | "discarded";
            unchanged: number;
            undoneAt: string | null;
            uploadedAt: string;
            uploadedBy: string;
        };
        ImportMapping: {
            /**
             * @description What is done with rows that carry a clearing date; absent while nobody has chosen
             * @enum {string}
             */
            clearedRows?: "take" | "leave_out";
            /** @description The column that holds each field */
            columns: {
                [key: string]: string;
            };
            /** @description What a field is in every row, where the file has no column for it */
            constants: {
                [key: string]: string;
            };
            dateOrder: ("dmy" | "mdy") | null;
            decimalMark: ("point" | "comma") | null;
            /** @description Rows to read; all others are left out */
            filters: {
                column: string;
                /** @enum {string} */
                keep: "equal" | "empty";
                value: string;
            }[];
            /** @description The row that names the columns, when it is not the one that looks like it */
            headerRow?: number;
            /** @enum {string} */
            kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance";
            /** @description Whose advices have these columns, as names are compared */
            payer?: string;
            /** @description The sheet of a workbook that holds the rows */
            sheet?: string;
        };
        ImportMappingInput: {
            /**
             * @description What is done with rows that carry a clearing date; absent while nobody has chosen
             * @enum {string}
             */
            clearedRows?: "take" | "leave_out";
            /** @description The column that holds each field */
            columns: {
                [key: string]: string;
            };
            /** @description What a field is in every row, where the file has no column for it */
            constants: {
                [key: string]: string;
            };
            dateOrder: ("dmy" | "mdy") | null;
            decimalMark: ("point" | "comma") | null;
            /** @description Rows to read; all others are left out */
            filters: {
                column: string;
                /** @enum {string} */
                keep: "equal" | "empty";
                value: string;
            }[];
            /** @description The row that names the columns, when it is not the one that looks like it */
            headerRow?: number;
            /** @enum {string} */
            kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance";
            /** @description Whose advices have these columns, as names are compared */
            payer?: string;
            /** @description The sheet of a workbook that holds the rows */
            sheet?: string;
        };
        ImportProblemGroup: {
            code: string;
            count: number;
            /** @description The currency that the problems are about */
            currency: string | null;
            /** @description The earliest day that the problems name */
            earliestOn: string | null;
            field: string | null;
            firstRow: number;
            isNote: boolean;
            lastRow: number;
            latestOn: string | null;
            /** @description What the first of them says */
            message: string;
            parameters: {
                [key: string]: unknown;
            };
        };
        ImportProblemGroupInput: {
            code: string;
            count: number;
            /** @description The currency that the problems are about */
            currency: string | null;
            /** @description The earliest day that the problems name */
            earliestOn: string | null;
            field: string | null;
            firstRow: number;
            isNote: boolean;
            lastRow: number;
            latestOn: string | null;
            /** @description What the first of them says */
            message: string;
            parameters: {
                [key: string]: unknown;
            };
        };
        IntercompanyTransfer: {
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            direction: "out" | "in";
            effectiveOn: string;
            entryId: string;
            /** @description The same on both sides */
            eventId: string;
            /** @description The other side is there; until then the transfer is on its way */
            isPaired: boolean;
            /** @description The receipt on this side */
            itemId: string;
            itemNumber: string;
            otherCompany: string;
            reason: string | null;
            recordedAt: string;
        };
        IntercompanyTransferInput: {
            amount: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            direction: "out" | "in";
            effectiveOn: string;
            entryId: string;
            /** @description The same on both sides */
            eventId: string;
            /** @description The other side is there; until then the transfer is on its way */
            isPaired: boolean;
            /** @description The receipt on this side */
            itemId: string;
            itemNumber: string;
            otherCompany: string;
            reason: string | null;
            recordedAt: string;
        };
        InterestProposal: {
            customerId: string;
            customerName: string;
            customerNumber: string;
            fee: components["schemas"]["Money"];
            interest: components["schemas"]["Money"];
            /** @description Only the items due first; the others follow once these are charged */
            isPartial: boolean;
            lines: {
                days: number;
                dueOn: string;
                fee: components["schemas"]["Money"];
                fromOn: string;
                interest: components["schemas"]["Money"];
                itemId: string;
                number: string;
                stretches: {
                    days: number;
                    fromOn: string;
                    open: components["schemas"]["Money"];
                    /** @description Ten-thousandths of a per cent a year: 101500 is 10.15 % */
                    rateE4: number;
                    toOn: string;
                }[];
                toOn: string;
            }[];
            total: components["schemas"]["Money"];
        };
        InterestProposalInput: {
            customerId: string;
            customerName: string;
            customerNumber: string;
            fee: components["schemas"]["MoneyInput"];
            interest: components["schemas"]["MoneyInput"];
            /** @description Only the items due first; the others follow once these are charged */
            isPartial: boolean;
            lines: {
                days: number;
                dueOn: string;
                fee: components["schemas"]["MoneyInput"];
                fromOn: string;
                interest: components["schemas"]["MoneyInput"];
                itemId: string;
                number: string;
                stretches: {
                    days: number;
                    fromOn: string;
                    open: components["schemas"]["MoneyInput"];
                    /** @description Ten-thousandths of a per cent a year: 101500 is 10.15 % */
                    rateE4: number;
                    toOn: string;
                }[];
                toOn: string;
            }[];
            total: components["schemas"]["MoneyInput"];
        };
        IssuedApiToken: {
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
            /** @description Shown once. Null when an idempotency key is repeated */
            token: string | null;
        };
        IssuedApiTokenInput: {
            createdAt: string;
            createdBy: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
            /** @description Shown once. Null when an idempotency key is repeated */
            token: string | null;
        };
        Item: {
            amount: components["schemas"]["Money"];
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description Today less the due date; 0 or less is not due */
            daysLate: number;
            deliveryNote: string | null;
            documentNumber: string;
            dueOn: string;
            id: string;
            isCancelled: boolean;
            issuedOn: string;
            kind: string;
            note: string | null;
            number: string;
            open: components["schemas"]["Money"];
            openingEntryId: string;
            orderNumber: string | null;
            purchaseOrder: string | null;
            reference: string | null;
            terms: string | null;
        };
        ItemChange: {
            /**
             * @description What accepting it does
             * @enum {string}
             */
            act: "settle" | "re_date" | "reverse" | "none";
            customerId: string;
            customerName: string;
            customerNumber: string;
            decidedAt: string | null;
            decidedBy: string | null;
            dueHere: string;
            dueThere: string | null;
            entryIds: string[];
            fileName: string;
            id: string;
            importId: string;
            itemId: string;
            /** @enum {string} */
            kind: "vanished" | "amount_changed" | "due_changed" | "reappeared";
            listedOn: string;
            number: string;
            openHere: components["schemas"]["Money"];
            openThere: components["schemas"]["Money"];
            proposedAt: string;
            reason: string | null;
            /** @enum {string} */
            status: "proposed" | "accepted" | "rejected" | "superseded";
            /** @description Why there is nothing to post */
            why: ("settled_here_first" | "above_the_document") | null;
        };
        ItemChangeInput: {
            /**
             * @description What accepting it does
             * @enum {string}
             */
            act: "settle" | "re_date" | "reverse" | "none";
            customerId: string;
            customerName: string;
            customerNumber: string;
            decidedAt: string | null;
            decidedBy: string | null;
            dueHere: string;
            dueThere: string | null;
            entryIds: string[];
            fileName: string;
            id: string;
            importId: string;
            itemId: string;
            /** @enum {string} */
            kind: "vanished" | "amount_changed" | "due_changed" | "reappeared";
            listedOn: string;
            number: string;
            openHere: components["schemas"]["MoneyInput"];
            openThere: components["schemas"]["MoneyInput"];
            proposedAt: string;
            reason: string | null;
            /** @enum {string} */
            status: "proposed" | "accepted" | "rejected" | "superseded";
            /** @description Why there is nothing to post */
            why: ("settled_here_first" | "above_the_document") | null;
        };
        ItemInput: {
            amount: components["schemas"]["MoneyInput"];
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description Today less the due date; 0 or less is not due */
            daysLate: number;
            deliveryNote: string | null;
            documentNumber: string;
            dueOn: string;
            id: string;
            isCancelled: boolean;
            issuedOn: string;
            kind: string;
            note: string | null;
            number: string;
            open: components["schemas"]["MoneyInput"];
            openingEntryId: string;
            orderNumber: string | null;
            purchaseOrder: string | null;
            reference: string | null;
            terms: string | null;
        };
        LearntThing: {
            /** @description Who confirmed, told or ruled it out first */
            byName: string | null;
            /** @description An account in the customer’s own record is changed there */
            canTakeBack: boolean;
            customer: {
                id: string;
                name: string;
                number: string;
            } | null;
            firstReceipt: {
                id: string;
                number: string;
            } | null;
            id: string;
            /** @description The first receipt posted by itself and stands */
            isByItself: boolean;
            item: {
                id: string;
                number: string;
            } | null;
            /**
             * @description pair: a receipt does not pay an item; payer: a payer does not pay for a customer
             * @enum {string}
             */
            kind: "account" | "name" | "habit" | "pair" | "payer" | "code" | "layout";
            lastOn: string;
            lastReceipt: {
                id: string;
                number: string;
            } | null;
            /** @description What a code means, the columns of a layout, why something was ruled out */
            meaning: string | null;
            /** @description Of a habit: of how many payments that could have shown it */
            ofTimes: number | null;
            /** @enum {string} */
            origin: "application" | "imported" | "customer_account" | "person" | "file";
            /** @description Of a deduction that usually is the same part: 2.00 */
            sharePercent: string | null;
            sinceOn: string | null;
            takenBack: {
                at: string;
                byName: string;
                reason: string | null;
            } | null;
            /** @description How often it was seen */
            times: number | null;
            /** @description The account or name as it is compared, the habit, the receipt’s number, the code, the layout’s name */
            what: string;
        };
        LearntThingInput: {
            /** @description Who confirmed, told or ruled it out first */
            byName: string | null;
            /** @description An account in the customer’s own record is changed there */
            canTakeBack: boolean;
            customer: {
                id: string;
                name: string;
                number: string;
            } | null;
            firstReceipt: {
                id: string;
                number: string;
            } | null;
            id: string;
            /** @description The first receipt posted by itself and stands */
            isByItself: boolean;
            item: {
                id: string;
                number: string;
            } | null;
            /**
             * @description pair: a receipt does not pay an item; payer: a payer does not pay for a customer
             * @enum {string}
             */
            kind: "account" | "name" | "habit" | "pair" | "payer" | "code" | "layout";
            lastOn: string;
            lastReceipt: {
                id: string;
                number: string;
            } | null;
            /** @description What a code means, the columns of a layout, why something was ruled out */
            meaning: string | null;
            /** @description Of a habit: of how many payments that could have shown it */
            ofTimes: number | null;
            /** @enum {string} */
            origin: "application" | "imported" | "customer_account" | "person" | "file";
            /** @description Of a deduction that usually is the same part: 2.00 */
            sharePercent: string | null;
            sinceOn: string | null;
            takenBack: {
                at: string;
                byName: string;
                reason: string | null;
            } | null;
            /** @description How often it was seen */
            times: number | null;
            /** @description The account or name as it is compared, the habit, the receipt’s number, the code, the layout’s name */
            what: string;
        };
        Mailbox: {
            address: string;
            /**
             * @description The name in the Authentication-Results of the receiving server
             * @default null
             */
            authority: string | null;
            checkedAt: string | null;
            /**
             * @description The server takes mail for name+anything@domain
             * @default false
             */
            hasAddressTokens: boolean;
            id: string;
            imap: {
                /** @default INBOX */
                folder: string;
                host: string;
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /**
                 * @description Where the server keeps what was sent
                 * @default null
                 */
                sentFolder: string | null;
                user: string;
            } | null;
            /** @default false */
            isDefault: boolean;
            /** @default true */
            isEnabled: boolean;
            /** @description As recipients see it */
            name: string;
            receivingError: string | null;
            sendAgainAt: string | null;
            sendingError: string | null;
            smtp: {
                host: string;
                /** @description The setting of the server that holds the password */
                passwordFrom: string | null;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /** @description Null: without signing in */
                user: string | null;
            };
        };
        MailboxDraft: {
            address: string;
            /**
             * @description The name in the Authentication-Results of the receiving server
             * @default null
             */
            authority: string | null;
            /**
             * @description The server takes mail for name+anything@domain
             * @default false
             */
            hasAddressTokens: boolean;
            imap: {
                /** @default INBOX */
                folder: string;
                host: string;
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /**
                 * @description Where the server keeps what was sent
                 * @default null
                 */
                sentFolder: string | null;
                user: string;
            } | null;
            /** @default false */
            isDefault: boolean;
            /** @default true */
            isEnabled: boolean;
            /** @description As recipients see it */
            name: string;
            smtp: {
                host: string;
                /** @description The setting of the server that holds the password */
                passwordFrom: string | null;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /** @description Null: without signing in */
                user: string | null;
            };
        };
        MailboxDraftInput: {
            address: string;
            /**
             * @description The name in the Authentication-Results of the receiving server
             * @default null
             */
            authority?: string | null;
            /**
             * @description The server takes mail for name+anything@domain
             * @default false
             */
            hasAddressTokens?: boolean;
            imap: {
                /** @default INBOX */
                folder?: string;
                host: string;
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /**
                 * @description Where the server keeps what was sent
                 * @default null
                 */
                sentFolder?: string | null;
                user: string;
            } | null;
            /** @default false */
            isDefault?: boolean;
            /** @default true */
            isEnabled?: boolean;
            /** @description As recipients see it */
            name: string;
            smtp: {
                host: string;
                /** @description The setting of the server that holds the password */
                passwordFrom: string | null;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /** @description Null: without signing in */
                user: string | null;
            };
        };
        MailboxInput: {
            address: string;
            /**
             * @description The name in the Authentication-Results of the receiving server
             * @default null
             */
            authority?: string | null;
            checkedAt: string | null;
            /**
             * @description The server takes mail for name+anything@domain
             * @default false
             */
            hasAddressTokens?: boolean;
            id: string;
            imap: {
                /** @default INBOX */
                folder?: string;
                host: string;
                passwordFrom: string;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /**
                 * @description Where the server keeps what was sent
                 * @default null
                 */
                sentFolder?: string | null;
                user: string;
            } | null;
            /** @default false */
            isDefault?: boolean;
            /** @default true */
            isEnabled?: boolean;
            /** @description As recipients see it */
            name: string;
            receivingError: string | null;
            sendAgainAt: string | null;
            sendingError: string | null;
            smtp: {
                host: string;
                /** @description The setting of the server that holds the password */
                passwordFrom: string | null;
                port: number;
                /**
                 * @description `none` sends everything in the clear: only within one machine
                 * @enum {string}
                 */
                security: "tls" | "starttls" | "none";
                /** @description Null: without signing in */
                user: string | null;
            };
        };
        MeasuredReceipt: {
            amount: components["schemas"]["Money"];
            /** @description When it was applied, by the first act that stands, cut to the minute; null while it waits */
            appliedAt: string | null;
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bookedOn: string;
            /** @description The same with nights and weekends */
            clockMinutesToApply: number | null;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description It posted by itself, also when that was undone */
            isByItself: boolean;
            /** @description What posted by itself was wrong, as people’s later acts tell it */
            isCorrected: boolean;
            /** @description Working minutes from the bank line’s posting to then */
            minutesToApply: number | null;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["Money"];
            valueOn: string | null;
        };
        MeasuredReceiptInput: {
            amount: components["schemas"]["MoneyInput"];
            /** @description When it was applied, by the first act that stands, cut to the minute; null while it waits */
            appliedAt: string | null;
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bookedOn: string;
            /** @description The same with nights and weekends */
            clockMinutesToApply: number | null;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description It posted by itself, also when that was undone */
            isByItself: boolean;
            /** @description What posted by itself was wrong, as people’s later acts tell it */
            isCorrected: boolean;
            /** @description Working minutes from the bank line’s posting to then */
            minutesToApply: number | null;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["MoneyInput"];
            valueOn: string | null;
        };
        Message: {
            actorName: string;
            arrivedAt: string;
            attachments: {
                bytes: number;
                mediaType: string;
                name: string;
                number: number;
                /** @description Why it cannot be opened here */
                refusal: string | null;
            }[];
            authentication: ("passed" | "failed" | "unknown") | null;
            authenticationDetail: string | null;
            body: string;
            delivery: components["schemas"]["Delivery"] | null;
            /** @enum {string} */
            direction: "in" | "out";
            fromAddress: string;
            fromName: string | null;
            /** @description As the sender’s clock says */
            happenedAt: string;
            /** @description The whole mail can be fetched */
            hasWhole: boolean;
            id: string;
            isKnownSender: boolean;
            items: {
                id: string;
                number: string;
            }[];
            /** @enum {string} */
            kind: "mail" | "automatic" | "bounce" | "complaint";
            matchedBy: ("headers" | "token" | "sender" | "numbers") | null;
            paymentReference: string | null;
            /** @description What it seems to promise; a person confirms */
            promises: {
                amount: components["schemas"]["Money"] | null;
                on: string;
                sentence: string;
            }[];
            recipients: {
                address: string;
                /** @enum {string} */
                kind: "to" | "cc";
                name: string | null;
            }[];
            subject: string;
        };
        MessageInput: {
            actorName: string;
            arrivedAt: string;
            attachments: {
                bytes: number;
                mediaType: string;
                name: string;
                number: number;
                /** @description Why it cannot be opened here */
                refusal: string | null;
            }[];
            authentication: ("passed" | "failed" | "unknown") | null;
            authenticationDetail: string | null;
            body: string;
            delivery: components["schemas"]["DeliveryInput"] | null;
            /** @enum {string} */
            direction: "in" | "out";
            fromAddress: string;
            fromName: string | null;
            /** @description As the sender’s clock says */
            happenedAt: string;
            /** @description The whole mail can be fetched */
            hasWhole: boolean;
            id: string;
            isKnownSender: boolean;
            items: {
                id: string;
                number: string;
            }[];
            /** @enum {string} */
            kind: "mail" | "automatic" | "bounce" | "complaint";
            matchedBy: ("headers" | "token" | "sender" | "numbers") | null;
            paymentReference: string | null;
            /** @description What it seems to promise; a person confirms */
            promises: {
                amount: components["schemas"]["MoneyInput"] | null;
                on: string;
                sentence: string;
            }[];
            recipients: {
                address: string;
                /** @enum {string} */
                kind: "to" | "cc";
                name: string | null;
            }[];
            subject: string;
        };
        Money: {
            /** @description A decimal with the decimals of its currency; a minus sign for credits. */
            amount: string;
            /** @description ISO 4217 */
            currency: string;
        };
        MoneyInput: {
            /** @description A decimal with the decimals of its currency; a minus sign for credits. */
            amount: string;
            /** @description ISO 4217 */
            currency: string;
        };
        OwnBankAccount: {
            account: string;
            /** @description The import it was learned from */
            batchId: string;
            learnedAt: string;
            /**
             * @description By which kind of file its receipts come
             * @enum {string}
             */
            receiptsBy: "statement" | "notification" | "lockbox";
            sharedAt: string | null;
            /** @description Who said that another company uses it, too */
            sharedBy: string | null;
            sharedReason: string | null;
        };
        OwnBankAccountInput: {
            account: string;
            /** @description The import it was learned from */
            batchId: string;
            learnedAt: string;
            /**
             * @description By which kind of file its receipts come
             * @enum {string}
             */
            receiptsBy: "statement" | "notification" | "lockbox";
            sharedAt: string | null;
            /** @description Who said that another company uses it, too */
            sharedBy: string | null;
            sharedReason: string | null;
        };
        Person: {
            disabledAt: string | null;
            email: string;
            hasPassword: boolean;
            /** Format: uuid */
            id: string;
            lastSeenAt: string | null;
            locale: string;
            name: string;
            roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
        };
        PersonInput: {
            disabledAt: string | null;
            email: string;
            hasPassword: boolean;
            /** Format: uuid */
            id: string;
            lastSeenAt: string | null;
            locale: string;
            name: string;
            roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
        };
        PlannedPerson: {
            absences: components["schemas"]["Absence"][];
            days: {
                day: string;
                minutes: number;
            }[];
            /** Format: uuid */
            id: string;
            name: string;
            shiftId: string | null;
            teamId: string | null;
            timeZone: string;
            /** @description Instants from when until when */
            windows: {
                from: string;
                until: string;
            }[];
        };
        PlannedPersonInput: {
            absences: components["schemas"]["AbsenceInput"][];
            days: {
                day: string;
                minutes: number;
            }[];
            /** Format: uuid */
            id: string;
            name: string;
            shiftId: string | null;
            teamId: string | null;
            timeZone: string;
            /** @description Instants from when until when */
            windows: {
                from: string;
                until: string;
            }[];
        };
        PortfolioPreview: {
            after: {
                amount: components["schemas"]["Money"];
                /** @description Customers with something collectable */
                contacts: number;
                customers: number;
                /** Format: uuid */
                personId: string;
            }[];
            before: {
                amount: components["schemas"]["Money"];
                /** @description Customers with something collectable */
                contacts: number;
                customers: number;
                /** Format: uuid */
                personId: string;
            }[];
            fingerprint: string;
            moves: {
                amount: components["schemas"]["Money"];
                contacts: number;
                customers: number;
                fromId: string | null;
                /** Format: uuid */
                toId: string;
            }[];
        };
        PortfolioPreviewInput: {
            after: {
                amount: components["schemas"]["MoneyInput"];
                /** @description Customers with something collectable */
                contacts: number;
                customers: number;
                /** Format: uuid */
                personId: string;
            }[];
            before: {
                amount: components["schemas"]["MoneyInput"];
                /** @description Customers with something collectable */
                contacts: number;
                customers: number;
                /** Format: uuid */
                personId: string;
            }[];
            fingerprint: string;
            moves: {
                amount: components["schemas"]["MoneyInput"];
                contacts: number;
                customers: number;
                fromId: string | null;
                /** Format: uuid */
                toId: string;
            }[];
        };
        PortfolioRules: {
            /** Format: uuid */
            defaultOwnerId: string;
            madeAt: string;
            madeByName: string;
            number: number;
            reason: string;
            /** @description The version whose rules it brings back */
            restores: number | null;
            rules: {
                conditions: ({
                    /** @description In any case; the empty text stands for customers without one */
                    anyOf: string[];
                    /** @enum {string} */
                    attribute: "channel" | "segment" | "country" | "language" | "tier" | "risk";
                    /** @constant */
                    kind: "text";
                } | {
                    anyOf: string[];
                    /** @constant */
                    kind: "tags";
                } | {
                    from: string;
                    /** @constant */
                    kind: "name";
                    /** @description Takes in all names that begin with it */
                    to: string;
                } | {
                    below: components["schemas"]["Money"] | null;
                    /** @description Open amount as the day began; inclusive */
                    from: components["schemas"]["Money"] | null;
                    /** @constant */
                    kind: "balance";
                })[];
                name: string;
                /** Format: uuid */
                ownerId: string;
            }[];
        };
        PortfolioRulesInput: {
            /** Format: uuid */
            defaultOwnerId: string;
            madeAt: string;
            madeByName: string;
            number: number;
            reason: string;
            /** @description The version whose rules it brings back */
            restores: number | null;
            rules: {
                conditions: ({
                    /** @description In any case; the empty text stands for customers without one */
                    anyOf: string[];
                    /** @enum {string} */
                    attribute: "channel" | "segment" | "country" | "language" | "tier" | "risk";
                    /** @constant */
                    kind: "text";
                } | {
                    anyOf: string[];
                    /** @constant */
                    kind: "tags";
                } | {
                    from: string;
                    /** @constant */
                    kind: "name";
                    /** @description Takes in all names that begin with it */
                    to: string;
                } | {
                    below: components["schemas"]["MoneyInput"] | null;
                    /** @description Open amount as the day began; inclusive */
                    from: components["schemas"]["MoneyInput"] | null;
                    /** @constant */
                    kind: "balance";
                })[];
                name: string;
                /** Format: uuid */
                ownerId: string;
            }[];
        };
        Posting: {
            account: string;
            amount: components["schemas"]["Money"];
            customerId: string | null;
            customerName: string | null;
            dueOn: string | null;
            effectiveOn: string;
            entryId: string;
            entryKind: string;
            functionalAmount: components["schemas"]["Money"];
            /** @description The entry and the line */
            id: string;
            itemId: string | null;
            itemNumber: string | null;
            reason: string | null;
            recordedAt: string;
            recordedBy: string;
            reversesEntryId: string | null;
            /** @description How much of the entry has been undone */
            undone: components["schemas"]["Money"];
        };
        PostingAccount: {
            account: string;
            glCode: string;
            name: string;
        };
        PostingAccountInput: {
            account: string;
            glCode: string;
            name: string;
        };
        PostingInput: {
            account: string;
            amount: components["schemas"]["MoneyInput"];
            customerId: string | null;
            customerName: string | null;
            dueOn: string | null;
            effectiveOn: string;
            entryId: string;
            entryKind: string;
            functionalAmount: components["schemas"]["MoneyInput"];
            /** @description The entry and the line */
            id: string;
            itemId: string | null;
            itemNumber: string | null;
            reason: string | null;
            recordedAt: string;
            recordedBy: string;
            reversesEntryId: string | null;
            /** @description How much of the entry has been undone */
            undone: components["schemas"]["MoneyInput"];
        };
        Problem: {
            /** @description Stable and documented; programs decide by it. */
            code: string;
            /** @description What happened, to which item, and what to do next. */
            detail: string;
            details?: {
                [key: string]: unknown;
            };
            problems?: {
                code: string;
                field?: string;
                message: string;
                row?: number;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        ProblemInput: {
            /** @description Stable and documented; programs decide by it. */
            code: string;
            /** @description What happened, to which item, and what to do next. */
            detail: string;
            details?: {
                [key: string]: unknown;
            };
            problems?: {
                code: string;
                field?: string;
                message: string;
                row?: number;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        Promise: {
            activityId: string | null;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            channel: "call" | "mail" | "meeting" | "letter" | "portal" | "other";
            contactId: string | null;
            contactName: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description The last day that counts as in time */
            deadlineOn: string;
            id: string;
            /** @description What came by the deadline and counts for it */
            inTime: components["schemas"]["Money"];
            /** @description Null: of the account as a whole */
            itemNumbers: string[] | null;
            lastMoneyOn: string | null;
            /** @description What came after the deadline */
            late: components["schemas"]["Money"];
            madeAt: string;
            madeBy: string;
            /** @description Who wrote it down */
            madeByName: string;
            note: string | null;
            part: number;
            /** @description Of its plan; 1 of a promise alone */
            parts: number;
            planId: string | null;
            promisedOn: string;
            /** @enum {string} */
            state: "open" | "kept" | "partly_kept" | "broken" | "withdrawn";
            /** @description The day it came to stand so */
            stateOn: string;
            /** @description A shortfall up to this is no shortfall */
            tolerance: components["schemas"]["Money"];
            withdrawnByName: string | null;
            withdrawnReason: string | null;
        };
        PromiseInput: {
            activityId: string | null;
            amount: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            channel: "call" | "mail" | "meeting" | "letter" | "portal" | "other";
            contactId: string | null;
            contactName: string | null;
            customerId: string;
            customerName: string;
            customerNumber: string;
            /** @description The last day that counts as in time */
            deadlineOn: string;
            id: string;
            /** @description What came by the deadline and counts for it */
            inTime: components["schemas"]["MoneyInput"];
            /** @description Null: of the account as a whole */
            itemNumbers: string[] | null;
            lastMoneyOn: string | null;
            /** @description What came after the deadline */
            late: components["schemas"]["MoneyInput"];
            madeAt: string;
            madeBy: string;
            /** @description Who wrote it down */
            madeByName: string;
            note: string | null;
            part: number;
            /** @description Of its plan; 1 of a promise alone */
            parts: number;
            planId: string | null;
            promisedOn: string;
            /** @enum {string} */
            state: "open" | "kept" | "partly_kept" | "broken" | "withdrawn";
            /** @description The day it came to stand so */
            stateOn: string;
            /** @description A shortfall up to this is no shortfall */
            tolerance: components["schemas"]["MoneyInput"];
            withdrawnByName: string | null;
            withdrawnReason: string | null;
        };
        PromisePolicy: {
            countsBusinessDays: boolean;
            /** @description 0: the usual one */
            number: number;
            reason: string | null;
            setAt: string | null;
            setByName: string | null;
            /** @description 100 is one per cent */
            toleranceBasisPoints: number;
            toleranceDays: number;
            toleranceMax: components["schemas"]["Money"];
        };
        PromisePolicyInput: {
            countsBusinessDays: boolean;
            /** @description 0: the usual one */
            number: number;
            reason: string | null;
            setAt: string | null;
            setByName: string | null;
            /** @description 100 is one per cent */
            toleranceBasisPoints: number;
            toleranceDays: number;
            toleranceMax: components["schemas"]["MoneyInput"];
        };
        Receipt: {
            amount: components["schemas"]["Money"];
            applied: {
                /** @description Below zero on a credit that the payer netted */
                amount: components["schemas"]["Money"];
                entryIds: string[];
                itemId: string;
                number: string;
            }[];
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bankLine: {
                account: string | null;
                amount: components["schemas"]["Money"];
                bankReference: string | null;
                bookedOn: string | null;
                counterpartyAccount: string | null;
                counterpartyName: string | null;
                endToEndId: string | null;
                structuredReference: string | null;
                /** @description Line by line, as it came */
                text: string;
                valueOn: string | null;
            } | null;
            bookedOn: string;
            candidates: components["schemas"]["ReceiptCandidate"][];
            canUndo: boolean;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description What the engine said last */
            decision: {
                /** @description Empty once it is neither proposed nor posted any more */
                allocations: {
                    /** @description Below zero on a credit that the payer netted */
                    amount: components["schemas"]["Money"];
                    /** @description What it settles of an item in another currency */
                    itemAmount: components["schemas"]["Money"] | null;
                    itemId: string;
                    number: string;
                }[];
                alternatives: {
                    allocations: {
                        /** @description Below zero on a credit that the payer netted */
                        amount: components["schemas"]["Money"];
                        /** @description What it settles of an item in another currency */
                        itemAmount: components["schemas"]["Money"] | null;
                        itemId: string;
                        number: string;
                    }[];
                    customerId: string | null;
                    customerName: string | null;
                    /** @description Its kind, as of the decision itself */
                    explanation: string;
                    unapplied: components["schemas"]["Money"];
                }[];
                alternativesCount: number;
                customerId: string | null;
                customerName: string | null;
                decidedAt: string;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
                /** @description What the customer took off; empty like the allocations */
                deductions: {
                    /** @description In the item’s currency */
                    amount: components["schemas"]["Money"];
                    itemId: string;
                    /** @description Why it is claimed although its reason is usually posted */
                    limitedBy: string | null;
                    note: string | null;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @description The customer’s own code and words */
                    stated: string | null;
                    /**
                     * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
                     * @enum {string}
                     */
                    treatment: "posted" | "claimed";
                }[];
                evidence: {
                    detail: string;
                    kind: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                }[];
                number: number;
                policyVersion: string;
                question: string | null;
                questionCode: string | null;
                questionParameters: {
                    [key: string]: unknown;
                } | null;
                rejected: {
                    /** @description The reason, for programs; null for what was decided before it was kept */
                    code: string | null;
                    customer: string | null;
                    items: string[];
                    reason: string;
                    sentence: string;
                }[];
                rule: string | null;
                sentence: string;
                /** @enum {string} */
                state: "waiting" | "posted" | "on_account" | "not_ours" | "undone" | "replaced" | "withdrawn";
                unapplied: components["schemas"]["Money"];
                wouldChangeIf: {
                    code: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                    sentence: string;
                }[];
            } | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @description What was asked of the customer about it, the latest first */
            questions: {
                address: string;
                answer: string | null;
                answeredAt: string | null;
                answeredByName: string | null;
                askedAt: string;
                askedByName: string;
                body: string;
                id: string;
                language: string;
                questionCode: string | null;
                subject: string;
            }[];
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            /** @description What was done last and stands */
            settlement: {
                at: string | null;
                by: string | null;
                deductions: {
                    /** @description In the item’s currency */
                    amount: components["schemas"]["Money"];
                    itemId: string;
                    /** @description Why it is claimed although its reason is usually posted */
                    limitedBy: string | null;
                    note: string | null;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @description The customer’s own code and words */
                    stated: string | null;
                    /**
                     * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
                     * @enum {string}
                     */
                    treatment: "posted" | "claimed";
                }[];
                /** @enum {string} */
                kind: "by_itself" | "confirmed" | "corrected" | "on_account" | "not_ours";
                sentence: string;
            } | null;
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["Money"];
            valueOn: string | null;
        };
        ReceiptCandidate: {
            amount: components["schemas"]["Money"];
            customerId: string;
            customerName: string;
            customerNumber: string;
            daysLate: number;
            dueOn: string;
            id: string;
            issuedOn: string;
            kind: string;
            number: string;
            open: components["schemas"]["Money"];
        };
        ReceiptCandidateInput: {
            amount: components["schemas"]["MoneyInput"];
            customerId: string;
            customerName: string;
            customerNumber: string;
            daysLate: number;
            dueOn: string;
            id: string;
            issuedOn: string;
            kind: string;
            number: string;
            open: components["schemas"]["MoneyInput"];
        };
        ReceiptClaim: {
            byName: string;
            expiresAt: string;
            isMine: boolean;
            receiptId: string;
            since: string;
        };
        ReceiptClaimInput: {
            byName: string;
            expiresAt: string;
            isMine: boolean;
            receiptId: string;
            since: string;
        };
        ReceiptInput: {
            amount: components["schemas"]["MoneyInput"];
            applied: {
                /** @description Below zero on a credit that the payer netted */
                amount: components["schemas"]["MoneyInput"];
                entryIds: string[];
                itemId: string;
                number: string;
            }[];
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bankLine: {
                account: string | null;
                amount: components["schemas"]["MoneyInput"];
                bankReference: string | null;
                bookedOn: string | null;
                counterpartyAccount: string | null;
                counterpartyName: string | null;
                endToEndId: string | null;
                structuredReference: string | null;
                /** @description Line by line, as it came */
                text: string;
                valueOn: string | null;
            } | null;
            bookedOn: string;
            candidates: components["schemas"]["ReceiptCandidateInput"][];
            canUndo: boolean;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description What the engine said last */
            decision: {
                /** @description Empty once it is neither proposed nor posted any more */
                allocations: {
                    /** @description Below zero on a credit that the payer netted */
                    amount: components["schemas"]["MoneyInput"];
                    /** @description What it settles of an item in another currency */
                    itemAmount: components["schemas"]["MoneyInput"] | null;
                    itemId: string;
                    number: string;
                }[];
                alternatives: {
                    allocations: {
                        /** @description Below zero on a credit that the payer netted */
                        amount: components["schemas"]["MoneyInput"];
                        /** @description What it settles of an item in another currency */
                        itemAmount: components["schemas"]["MoneyInput"] | null;
                        itemId: string;
                        number: string;
                    }[];
                    customerId: string | null;
                    customerName: string | null;
                    /** @description Its kind, as of the decision itself */
                    explanation: string;
                    unapplied: components["schemas"]["MoneyInput"];
                }[];
                alternativesCount: number;
                customerId: string | null;
                customerName: string | null;
                decidedAt: string;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
                /** @description What the customer took off; empty like the allocations */
                deductions: {
                    /** @description In the item’s currency */
                    amount: components["schemas"]["MoneyInput"];
                    itemId: string;
                    /** @description Why it is claimed although its reason is usually posted */
                    limitedBy: string | null;
                    note: string | null;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @description The customer’s own code and words */
                    stated: string | null;
                    /**
                     * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
                     * @enum {string}
                     */
                    treatment: "posted" | "claimed";
                }[];
                evidence: {
                    detail: string;
                    kind: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                }[];
                number: number;
                policyVersion: string;
                question: string | null;
                questionCode: string | null;
                questionParameters: {
                    [key: string]: unknown;
                } | null;
                rejected: {
                    /** @description The reason, for programs; null for what was decided before it was kept */
                    code: string | null;
                    customer: string | null;
                    items: string[];
                    reason: string;
                    sentence: string;
                }[];
                rule: string | null;
                sentence: string;
                /** @enum {string} */
                state: "waiting" | "posted" | "on_account" | "not_ours" | "undone" | "replaced" | "withdrawn";
                unapplied: components["schemas"]["MoneyInput"];
                wouldChangeIf: {
                    code: string;
                    parameters: {
                        [key: string]: unknown;
                    };
                    sentence: string;
                }[];
            } | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @description What was asked of the customer about it, the latest first */
            questions: {
                address: string;
                answer: string | null;
                answeredAt: string | null;
                answeredByName: string | null;
                askedAt: string;
                askedByName: string;
                body: string;
                id: string;
                language: string;
                questionCode: string | null;
                subject: string;
            }[];
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            /** @description What was done last and stands */
            settlement: {
                at: string | null;
                by: string | null;
                deductions: {
                    /** @description In the item’s currency */
                    amount: components["schemas"]["MoneyInput"];
                    itemId: string;
                    /** @description Why it is claimed although its reason is usually posted */
                    limitedBy: string | null;
                    note: string | null;
                    number: string;
                    /** @enum {string} */
                    reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                    /** @description The customer’s own code and words */
                    stated: string | null;
                    /**
                     * @description Posted to an account of its own, or claimed: the item stays open by it, held from dunning
                     * @enum {string}
                     */
                    treatment: "posted" | "claimed";
                }[];
                /** @enum {string} */
                kind: "by_itself" | "confirmed" | "corrected" | "on_account" | "not_ours";
                sentence: string;
            } | null;
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["MoneyInput"];
            valueOn: string | null;
        };
        ReceiptQueues: {
            queues: {
                /** @description Of which the customer was asked and has not answered */
                askedCount: number;
                count: number;
                /** @description Of which the time to apply them is over */
                lateCount: number;
                /** @description What is open of them, by currency */
                open: components["schemas"]["Money"][];
                /** @enum {string} */
                queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied";
                reasons: {
                    /** @description Of which the customer was asked and has not answered */
                    askedCount: number;
                    count: number;
                    /** @description Of what is proposed */
                    explanation: string | null;
                    /** @description Of which the time to apply them is over */
                    lateCount: number;
                    /** @description What is open of them, by currency */
                    open: components["schemas"]["Money"][];
                    questionCode: string | null;
                }[];
            }[];
            today: {
                /** @description Receipts settled today, and those first looked at today that wait */
                all: number;
                byItself: number;
            };
            unappliedByAge: {
                /** @description Of which the customer was asked and has not answered */
                askedCount: number;
                bookedFrom: string | null;
                bookedTo: string;
                count: number;
                fromDays: number;
                /** @description Of which the time to apply them is over */
                lateCount: number;
                /** @description What is open of them, by currency */
                open: components["schemas"]["Money"][];
                toDays: number | null;
            }[];
        };
        ReceiptQueuesInput: {
            queues: {
                /** @description Of which the customer was asked and has not answered */
                askedCount: number;
                count: number;
                /** @description Of which the time to apply them is over */
                lateCount: number;
                /** @description What is open of them, by currency */
                open: components["schemas"]["MoneyInput"][];
                /** @enum {string} */
                queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied";
                reasons: {
                    /** @description Of which the customer was asked and has not answered */
                    askedCount: number;
                    count: number;
                    /** @description Of what is proposed */
                    explanation: string | null;
                    /** @description Of which the time to apply them is over */
                    lateCount: number;
                    /** @description What is open of them, by currency */
                    open: components["schemas"]["MoneyInput"][];
                    questionCode: string | null;
                }[];
            }[];
            today: {
                /** @description Receipts settled today, and those first looked at today that wait */
                all: number;
                byItself: number;
            };
            unappliedByAge: {
                /** @description Of which the customer was asked and has not answered */
                askedCount: number;
                bookedFrom: string | null;
                bookedTo: string;
                count: number;
                fromDays: number;
                /** @description Of which the time to apply them is over */
                lateCount: number;
                /** @description What is open of them, by currency */
                open: components["schemas"]["MoneyInput"][];
                toDays: number | null;
            }[];
        };
        ReceiptRow: {
            amount: components["schemas"]["Money"];
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bookedOn: string;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["Money"];
            valueOn: string | null;
        };
        ReceiptRowInput: {
            amount: components["schemas"]["MoneyInput"];
            /** @description It waits for the customer: asked when and by whom */
            asked: {
                at: string;
                byName: string;
            } | null;
            bookedOn: string;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Of its current decision; a confirmation names it */
            decisionNumber: number | null;
            /** @description When its time to be applied, or the customer’s to answer, is over; null once posted */
            dueAt: string | null;
            /** @description The kind of explanation that is proposed or was posted */
            explanation: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Why it did not post by itself */
            questionCode: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            since: string;
            /** @description The state of its current decision; "undecided" before the first */
            status: string;
            /** @description What the payer wrote, in one line */
            text: string;
            unapplied: components["schemas"]["MoneyInput"];
            valueOn: string | null;
        };
        RefundPayment: {
            account: string;
            amount: components["schemas"]["Money"];
            bankLineId: string | null;
            createdAt: string;
            customerId: string;
            customerName: string;
            customerNumber: string;
            entryId: string;
            handedOverAt: string | null;
            handedOverByName: string | null;
            holder: string;
            id: string;
            itemId: string;
            itemNumber: string;
            listId: string | null;
            /** @description What the bank’s line will say */
            reference: string;
            requestId: string;
            settledAt: string | null;
            settledByName: string | null;
            settledWords: string | null;
            /** @enum {string} */
            state: "due" | "handed_over" | "paid" | "failed" | "cancelled";
        };
        RefundPaymentInput: {
            account: string;
            amount: components["schemas"]["MoneyInput"];
            bankLineId: string | null;
            createdAt: string;
            customerId: string;
            customerName: string;
            customerNumber: string;
            entryId: string;
            handedOverAt: string | null;
            handedOverByName: string | null;
            holder: string;
            id: string;
            itemId: string;
            itemNumber: string;
            listId: string | null;
            /** @description What the bank’s line will say */
            reference: string;
            requestId: string;
            settledAt: string | null;
            settledByName: string | null;
            settledWords: string | null;
            /** @enum {string} */
            state: "due" | "handed_over" | "paid" | "failed" | "cancelled";
        };
        ResearchDetail: {
            /** @description 0: up to a week; 1: a month; 2: two; 3: three; 4: more */
            age: number;
            ageDays: number;
            amount: components["schemas"]["Money"];
            bookedOn: string;
            changedAt: string | null;
            changedByName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Items of other companies that the payer’s text cites */
            elsewhere: {
                company: string;
                customerName: string;
                itemId: string;
                number: string;
                open: components["schemas"]["Money"];
            }[];
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description It stands on that customer’s account, and is not only thought to be theirs */
            isIdentified: boolean;
            /** @description The next step’s day has passed */
            isLate: boolean;
            nextDueOn: string | null;
            nextStep: ("ask_customer" | "find_remittance" | "ask_sales" | "ask_bank" | "check_other_company" | "apply" | "refund" | "transfer" | "other") | null;
            nextStepWords: string | null;
            notes: {
                at: string;
                byName: string;
                id: string;
                kind: string;
                text: string;
            }[];
            number: string;
            ownerId: string | null;
            ownerName: string | null;
            owners: {
                id: string;
                name: string;
            }[];
            payerAccount: string | null;
            payerName: string | null;
            /** @description Where the receipt stands */
            queue: string;
            /** @description An open request about it, under four eyes */
            requestId: string | null;
            requestKind: string | null;
            rootCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            rootCauseWords: string | null;
            /** @description What the decision about it suggests, while nobody has said */
            suggestedCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            text: string;
            unapplied: components["schemas"]["Money"];
            waitsForCustomerSince: string | null;
        };
        ResearchDetailInput: {
            /** @description 0: up to a week; 1: a month; 2: two; 3: three; 4: more */
            age: number;
            ageDays: number;
            amount: components["schemas"]["MoneyInput"];
            bookedOn: string;
            changedAt: string | null;
            changedByName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description Items of other companies that the payer’s text cites */
            elsewhere: {
                company: string;
                customerName: string;
                itemId: string;
                number: string;
                open: components["schemas"]["MoneyInput"];
            }[];
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description It stands on that customer’s account, and is not only thought to be theirs */
            isIdentified: boolean;
            /** @description The next step’s day has passed */
            isLate: boolean;
            nextDueOn: string | null;
            nextStep: ("ask_customer" | "find_remittance" | "ask_sales" | "ask_bank" | "check_other_company" | "apply" | "refund" | "transfer" | "other") | null;
            nextStepWords: string | null;
            notes: {
                at: string;
                byName: string;
                id: string;
                kind: string;
                text: string;
            }[];
            number: string;
            ownerId: string | null;
            ownerName: string | null;
            owners: {
                id: string;
                name: string;
            }[];
            payerAccount: string | null;
            payerName: string | null;
            /** @description Where the receipt stands */
            queue: string;
            /** @description An open request about it, under four eyes */
            requestId: string | null;
            requestKind: string | null;
            rootCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            rootCauseWords: string | null;
            /** @description What the decision about it suggests, while nobody has said */
            suggestedCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            text: string;
            unapplied: components["schemas"]["MoneyInput"];
            waitsForCustomerSince: string | null;
        };
        ResearchRow: {
            /** @description 0: up to a week; 1: a month; 2: two; 3: three; 4: more */
            age: number;
            ageDays: number;
            amount: components["schemas"]["Money"];
            bookedOn: string;
            changedAt: string | null;
            changedByName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description It stands on that customer’s account, and is not only thought to be theirs */
            isIdentified: boolean;
            /** @description The next step’s day has passed */
            isLate: boolean;
            nextDueOn: string | null;
            nextStep: ("ask_customer" | "find_remittance" | "ask_sales" | "ask_bank" | "check_other_company" | "apply" | "refund" | "transfer" | "other") | null;
            nextStepWords: string | null;
            number: string;
            ownerId: string | null;
            ownerName: string | null;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Where the receipt stands */
            queue: string;
            /** @description An open request about it, under four eyes */
            requestId: string | null;
            requestKind: string | null;
            rootCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            rootCauseWords: string | null;
            /** @description What the decision about it suggests, while nobody has said */
            suggestedCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            text: string;
            unapplied: components["schemas"]["Money"];
            waitsForCustomerSince: string | null;
        };
        ResearchRowInput: {
            /** @description 0: up to a week; 1: a month; 2: two; 3: three; 4: more */
            age: number;
            ageDays: number;
            amount: components["schemas"]["MoneyInput"];
            bookedOn: string;
            changedAt: string | null;
            changedByName: string | null;
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            /** @description It stands on that customer’s account, and is not only thought to be theirs */
            isIdentified: boolean;
            /** @description The next step’s day has passed */
            isLate: boolean;
            nextDueOn: string | null;
            nextStep: ("ask_customer" | "find_remittance" | "ask_sales" | "ask_bank" | "check_other_company" | "apply" | "refund" | "transfer" | "other") | null;
            nextStepWords: string | null;
            number: string;
            ownerId: string | null;
            ownerName: string | null;
            payerAccount: string | null;
            payerName: string | null;
            /** @description Where the receipt stands */
            queue: string;
            /** @description An open request about it, under four eyes */
            requestId: string | null;
            requestKind: string | null;
            rootCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            rootCauseWords: string | null;
            /** @description What the decision about it suggests, while nobody has said */
            suggestedCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
            text: string;
            unapplied: components["schemas"]["MoneyInput"];
            waitsForCustomerSince: string | null;
        };
        ResolutionSession: {
            conversationId: string | null;
            customerId: string;
            customerName: string;
            endedByName: string | null;
            endsAt: string;
            id: string;
            language: string;
            madeByName: string;
            message: string;
            place: string;
            reason: string | null;
            /** @description How many times those invited were told otherwise */
            sequence: number;
            startsAt: string;
            /** @enum {string} */
            state: "planned" | "held" | "no_show" | "cancelled";
            title: string;
        };
        ResolutionSessionInput: {
            conversationId: string | null;
            customerId: string;
            customerName: string;
            endedByName: string | null;
            endsAt: string;
            id: string;
            language: string;
            madeByName: string;
            message: string;
            place: string;
            reason: string | null;
            /** @description How many times those invited were told otherwise */
            sequence: number;
            startsAt: string;
            /** @enum {string} */
            state: "planned" | "held" | "no_show" | "cancelled";
            title: string;
        };
        ReviewedCustomer: {
            collectable: components["schemas"]["Money"];
            customerId: string;
            held: components["schemas"]["Money"];
            lastNote: {
                at: string;
                by: string;
                kind: string;
                text: string;
            } | null;
            name: string;
            number: string;
            oldestDueOn: string | null;
            open: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
            /** @description That is due first */
            promise: {
                amount: components["schemas"]["Money"];
                on: string;
            } | null;
            /** @description That is due first */
            task: {
                dueAt: string;
                of: string;
                title: string;
            } | null;
        };
        ReviewedCustomerInput: {
            collectable: components["schemas"]["MoneyInput"];
            customerId: string;
            held: components["schemas"]["MoneyInput"];
            lastNote: {
                at: string;
                by: string;
                kind: string;
                text: string;
            } | null;
            name: string;
            number: string;
            oldestDueOn: string | null;
            open: components["schemas"]["MoneyInput"];
            overdue: components["schemas"]["MoneyInput"];
            /** @description That is due first */
            promise: {
                amount: components["schemas"]["MoneyInput"];
                on: string;
            } | null;
            /** @description That is due first */
            task: {
                dueAt: string;
                of: string;
                title: string;
            } | null;
        };
        ReviewPack: {
            before: {
                buckets: components["schemas"]["Money"][];
                currency: string;
                notDue: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                unapplied: components["schemas"]["Money"];
            }[];
            buckets: number[];
            /** @description That came in since */
            cash: {
                count: number;
                /** @description By currency */
                totals: components["schemas"]["Money"][];
            };
            /** @description The most overdue first */
            customers: components["schemas"]["ReviewedCustomer"][];
            /** @description Of the month */
            figures: {
                [key: string]: {
                    count: number;
                    /** @description By currency */
                    totals: components["schemas"]["Money"][];
                };
            };
            now: {
                buckets: components["schemas"]["Money"][];
                currency: string;
                notDue: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                unapplied: components["schemas"]["Money"];
            }[];
            /** @description Whose portfolios there are */
            owners: {
                id: string;
                name: string;
            }[];
            /** @description A month ago: what changed is since then */
            since: string;
            today: string;
        };
        ReviewPackInput: {
            before: {
                buckets: components["schemas"]["MoneyInput"][];
                currency: string;
                notDue: components["schemas"]["MoneyInput"];
                total: components["schemas"]["MoneyInput"];
                unapplied: components["schemas"]["MoneyInput"];
            }[];
            buckets: number[];
            /** @description That came in since */
            cash: {
                count: number;
                /** @description By currency */
                totals: components["schemas"]["MoneyInput"][];
            };
            /** @description The most overdue first */
            customers: components["schemas"]["ReviewedCustomerInput"][];
            /** @description Of the month */
            figures: {
                [key: string]: {
                    count: number;
                    /** @description By currency */
                    totals: components["schemas"]["MoneyInput"][];
                };
            };
            now: {
                buckets: components["schemas"]["MoneyInput"][];
                currency: string;
                notDue: components["schemas"]["MoneyInput"];
                total: components["schemas"]["MoneyInput"];
                unapplied: components["schemas"]["MoneyInput"];
            }[];
            /** @description Whose portfolios there are */
            owners: {
                id: string;
                name: string;
            }[];
            /** @description A month ago: what changed is since then */
            since: string;
            today: string;
        };
        SavedMapping: {
            /** @description The last file it was used for */
            fileName: string | null;
            /** @description The columns of the files it fits */
            header: string[];
            id: string;
            /** @enum {string} */
            kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement";
            mapping: components["schemas"]["ImportMapping"] | components["schemas"]["StatementMapping"];
            /** @description Null while nobody has given it one */
            name: string | null;
            savedAt: string;
            savedBy: string | null;
            usedAt: string | null;
        };
        SavedMappingInput: {
            /** @description The last file it was used for */
            fileName: string | null;
            /** @description The columns of the files it fits */
            header: string[];
            id: string;
            /** @enum {string} */
            kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement";
            mapping: components["schemas"]["ImportMappingInput"] | components["schemas"]["StatementMappingInput"];
            /** @description Null while nobody has given it one */
            name: string | null;
            savedAt: string;
            savedBy: string | null;
            usedAt: string | null;
        };
        Session: {
            companies: {
                code: string;
                functionalCurrency: string;
                name: string;
                permissions: string[];
                roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
                timeZone: string;
                /** @description The date in the company’s time zone */
                today: string;
            }[];
            /** @description To be sent as X-CSRF-Token with every write; null for API tokens */
            csrfToken: string | null;
            /** @description May create companies */
            isAdministrator: boolean;
            user: {
                email: string | null;
                /** Format: uuid */
                id: string;
                locale: string;
                name: string;
            };
        };
        SessionInput: {
            companies: {
                code: string;
                functionalCurrency: string;
                name: string;
                permissions: string[];
                roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
                timeZone: string;
                /** @description The date in the company’s time zone */
                today: string;
            }[];
            /** @description To be sent as X-CSRF-Token with every write; null for API tokens */
            csrfToken: string | null;
            /** @description May create companies */
            isAdministrator: boolean;
            user: {
                email: string | null;
                /** Format: uuid */
                id: string;
                locale: string;
                name: string;
            };
        };
        Shift: {
            anchor: string;
            cycle: {
                fromMinute: number;
                untilMinute: number;
            }[][];
            /** Format: uuid */
            id: string;
            name: string;
            timeZone: string;
        };
        ShiftInput: {
            anchor: string;
            cycle: {
                fromMinute: number;
                untilMinute: number;
            }[][];
            /** Format: uuid */
            id: string;
            name: string;
            timeZone: string;
        };
        SignInLink: {
            expiresAt: string;
            /** @description To be opened on this server, once */
            path: string;
        };
        SignInLinkInput: {
            expiresAt: string;
            /** @description To be opened on this server, once */
            path: string;
        };
        StatementAccount: {
            account: string;
            closingBalance: components["schemas"]["Money"] | null;
            currency: string;
            /** @description 1: every working day; null when too few have come to tell */
            everyWorkingDays: number | null;
            gaps: {
                afterNumber: string | null;
                afterOn: string;
                beforeNumber: string | null;
                beforeOn: string;
                /** @description What came or went that no statement shows */
                difference: components["schemas"]["Money"];
            }[];
            lastNumber: string | null;
            lastOn: string | null;
            /** @description Working days by now without a statement, more than is usual */
            missingDays: string[];
            /**
             * @description By which kind of file its receipts come
             * @enum {string}
             */
            receiptsBy: "statement" | "notification" | "lockbox";
            /** @description Who said so; null while the first file decides */
            receiptsByWord: {
                at: string;
                by: string;
                reason: string;
            } | null;
            /** @description Of the last half year */
            statementCount: number;
            /** @description Lines of money in that are no receipts yet */
            waitingCount: number;
        };
        StatementAccountInput: {
            account: string;
            closingBalance: components["schemas"]["MoneyInput"] | null;
            currency: string;
            /** @description 1: every working day; null when too few have come to tell */
            everyWorkingDays: number | null;
            gaps: {
                afterNumber: string | null;
                afterOn: string;
                beforeNumber: string | null;
                beforeOn: string;
                /** @description What came or went that no statement shows */
                difference: components["schemas"]["MoneyInput"];
            }[];
            lastNumber: string | null;
            lastOn: string | null;
            /** @description Working days by now without a statement, more than is usual */
            missingDays: string[];
            /**
             * @description By which kind of file its receipts come
             * @enum {string}
             */
            receiptsBy: "statement" | "notification" | "lockbox";
            /** @description Who said so; null while the first file decides */
            receiptsByWord: {
                at: string;
                by: string;
                reason: string;
            } | null;
            /** @description Of the last half year */
            statementCount: number;
            /** @description Lines of money in that are no receipts yet */
            waitingCount: number;
        };
        StatementBalance: {
            /** @description A decimal with the decimals of its currency; a minus sign for credits. */
            amount: string;
            /** @description ISO 4217 */
            currency: string;
            on: string | null;
        };
        StatementBalanceInput: {
            /** @description A decimal with the decimals of its currency; a minus sign for credits. */
            amount: string;
            /** @description ISO 4217 */
            currency: string;
            on: string | null;
        };
        StatementMapping: {
            /** @description Of all lines, where the file does not say it */
            account: string | null;
            /** @description What differed between files of this source: it is asked for each time */
            asksEachTime?: ("account" | "currency")[];
            /** @description The columns that hold each field, by name or as #3; none: the file does not have it; absent: guessed */
            columns: {
                [key: string]: string[];
            };
            /** @description Of all lines, where the file does not say it */
            currency: string | null;
            dateOrder: ("dmy" | "mdy") | null;
            decimalMark: ("point" | "comma") | null;
            /** @description The row that names the columns, when it is not the one that looks like it; 0: the table has none */
            headerRow?: number;
            /** @constant */
            kind: "statement";
        };
        StatementMappingInput: {
            /** @description Of all lines, where the file does not say it */
            account: string | null;
            /** @description What differed between files of this source: it is asked for each time */
            asksEachTime?: ("account" | "currency")[];
            /** @description The columns that hold each field, by name or as #3; none: the file does not have it; absent: guessed */
            columns: {
                [key: string]: string[];
            };
            /** @description Of all lines, where the file does not say it */
            currency: string | null;
            dateOrder: ("dmy" | "mdy") | null;
            decimalMark: ("point" | "comma") | null;
            /** @description The row that names the columns, when it is not the one that looks like it; 0: the table has none */
            headerRow?: number;
            /** @constant */
            kind: "statement";
        };
        StatementRelease: {
            askedAt: string;
            askedByName: string;
            decidedAt: string | null;
            decidedByName: string | null;
            fileName: string;
            id: string;
            importId: string;
            isOwn: boolean;
            reason: string;
            /** @enum {string} */
            state: "waiting" | "given" | "refused";
            words: string | null;
        };
        StatementReleaseInput: {
            askedAt: string;
            askedByName: string;
            decidedAt: string | null;
            decidedByName: string | null;
            fileName: string;
            id: string;
            importId: string;
            isOwn: boolean;
            reason: string;
            /** @enum {string} */
            state: "waiting" | "given" | "refused";
            words: string | null;
        };
        StatementReview: {
            account: string | null;
            /** @description Where it stands among the statements of its account; null for what is no statement */
            chain: {
                /** @description Of a gap: what no statement shows */
                difference: components["schemas"]["Money"] | null;
                /** @enum {string} */
                place: "first" | "continues" | "again" | "gap" | "unknown";
                previousClosing: components["schemas"]["StatementBalance"] | null;
                /** @description Null when the statement before is in this file */
                previousImportId: string | null;
                previousNumber: string | null;
            } | null;
            closing: components["schemas"]["StatementBalance"] | null;
            /** @description What the closing balance has more than opening and lines give */
            difference: components["schemas"]["Money"] | null;
            /** @enum {string} */
            footing: "ok" | "off" | "unknown";
            lineCount: number;
            /** @description The sum of its booked lines */
            moved: components["schemas"]["Money"] | null;
            number: string | null;
            opening: components["schemas"]["StatementBalance"] | null;
            /** @enum {string} */
            report: "statement" | "notification" | "lockbox";
            /** @description Lines whose amount would explain the difference */
            suspects: {
                amount: components["schemas"]["Money"];
                /**
                 * @description The statement foots without it, with its sign turned, or with it once more
                 * @enum {string}
                 */
                fault: "superfluous" | "wrong_sign" | "twin_missing";
                label: string;
                on: string | null;
                row: number;
            }[];
        };
        StatementReviewInput: {
            account: string | null;
            /** @description Where it stands among the statements of its account; null for what is no statement */
            chain: {
                /** @description Of a gap: what no statement shows */
                difference: components["schemas"]["MoneyInput"] | null;
                /** @enum {string} */
                place: "first" | "continues" | "again" | "gap" | "unknown";
                previousClosing: components["schemas"]["StatementBalanceInput"] | null;
                /** @description Null when the statement before is in this file */
                previousImportId: string | null;
                previousNumber: string | null;
            } | null;
            closing: components["schemas"]["StatementBalanceInput"] | null;
            /** @description What the closing balance has more than opening and lines give */
            difference: components["schemas"]["MoneyInput"] | null;
            /** @enum {string} */
            footing: "ok" | "off" | "unknown";
            lineCount: number;
            /** @description The sum of its booked lines */
            moved: components["schemas"]["MoneyInput"] | null;
            number: string | null;
            opening: components["schemas"]["StatementBalanceInput"] | null;
            /** @enum {string} */
            report: "statement" | "notification" | "lockbox";
            /** @description Lines whose amount would explain the difference */
            suspects: {
                amount: components["schemas"]["MoneyInput"];
                /**
                 * @description The statement foots without it, with its sign turned, or with it once more
                 * @enum {string}
                 */
                fault: "superfluous" | "wrong_sign" | "twin_missing";
                label: string;
                on: string | null;
                row: number;
            }[];
        };
        Task: {
            /** Format: uuid */
            assigneeId: string;
            assigneeName: string;
            customerId: string | null;
            customerName: string | null;
            dueAt: string;
            endedAt: string | null;
            /** @description When it was overdue for too long */
            escalatedAt: string | null;
            escalatedTo: string | null;
            /** Format: uuid */
            id: string;
            isPinned: boolean;
            madeAt: string;
            /** Format: uuid */
            madeBy: string;
            madeByName: string;
            note: string;
            recurrence: ({
                /** @constant */
                kind: "daily";
            } | {
                everyWeeks: number;
                /** @constant */
                kind: "weekly";
                weekdays: number[];
            } | {
                day: number;
                /** @constant */
                kind: "monthly";
            } | {
                /** @constant */
                kind: "monthly_working_day";
                nth: number | -1;
            }) | null;
            /** @enum {string} */
            status: "open" | "done" | "cancelled";
            subjectId: string | null;
            subjectKind: ("customer" | "item" | "promise" | "case") | null;
            title: string;
        };
        TaskInput: {
            /** Format: uuid */
            assigneeId: string;
            assigneeName: string;
            customerId: string | null;
            customerName: string | null;
            dueAt: string;
            endedAt: string | null;
            /** @description When it was overdue for too long */
            escalatedAt: string | null;
            escalatedTo: string | null;
            /** Format: uuid */
            id: string;
            isPinned: boolean;
            madeAt: string;
            /** Format: uuid */
            madeBy: string;
            madeByName: string;
            note: string;
            recurrence: ({
                /** @constant */
                kind: "daily";
            } | {
                everyWeeks: number;
                /** @constant */
                kind: "weekly";
                weekdays: number[];
            } | {
                day: number;
                /** @constant */
                kind: "monthly";
            } | {
                /** @constant */
                kind: "monthly_working_day";
                nth: number | -1;
            }) | null;
            /** @enum {string} */
            status: "open" | "done" | "cancelled";
            subjectId: string | null;
            subjectKind: ("customer" | "item" | "promise" | "case") | null;
            title: string;
        };
        UndoObstacles: {
            /** @description Corrections of a full list that somebody accepted */
            corrections: {
                changeId: string;
                decidedAt: string;
                decidedBy: string;
                entryIds: string[];
                itemId: string;
                number: string;
            }[];
            dependents: {
                amount: components["schemas"]["Money"];
                effectiveOn: string;
                entryId: string;
                /** @description Nothing stands on it in turn: it can be undone now */
                isFree: boolean;
                items: {
                    id: string;
                    number: string;
                }[];
                kind: string;
                reason: string | null;
                recordedBy: string;
            }[];
            /** @description Imports whose posting made receipts of lines of this one */
            imports: {
                fileName: string;
                id: string;
            }[];
            isMore: boolean;
        };
        UndoObstaclesInput: {
            /** @description Corrections of a full list that somebody accepted */
            corrections: {
                changeId: string;
                decidedAt: string;
                decidedBy: string;
                entryIds: string[];
                itemId: string;
                number: string;
            }[];
            dependents: {
                amount: components["schemas"]["MoneyInput"];
                effectiveOn: string;
                entryId: string;
                /** @description Nothing stands on it in turn: it can be undone now */
                isFree: boolean;
                items: {
                    id: string;
                    number: string;
                }[];
                kind: string;
                reason: string | null;
                recordedBy: string;
            }[];
            /** @description Imports whose posting made receipts of lines of this one */
            imports: {
                fileName: string;
                id: string;
            }[];
            isMore: boolean;
        };
        View: {
            grid: string;
            id: string;
            /** @description The grid opens with it for the caller */
            isDefault: boolean;
            isShared: boolean;
            madeBy: string;
            mayChange: boolean;
            name: string;
            state: string;
        };
        ViewInput: {
            grid: string;
            id: string;
            /** @description The grid opens with it for the caller */
            isDefault: boolean;
            isShared: boolean;
            madeBy: string;
            mayChange: boolean;
            name: string;
            state: string;
        };
        WaitingLine: {
            account: string | null;
            amount: components["schemas"]["Money"];
            bookedOn: string | null;
            fileName: string;
            id: string;
            importId: string;
            payer: string | null;
            reference: string | null;
            /**
             * @description What told of it
             * @enum {string}
             */
            report: "statement" | "notification" | "lockbox";
        };
        WaitingLineInput: {
            account: string | null;
            amount: components["schemas"]["MoneyInput"];
            bookedOn: string | null;
            fileName: string;
            id: string;
            importId: string;
            payer: string | null;
            reference: string | null;
            /**
             * @description What told of it
             * @enum {string}
             */
            report: "statement" | "notification" | "lockbox";
        };
        WorkAssignment: {
            from: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            shiftId: string | null;
            teamId: string | null;
            until: string | null;
        };
        WorkAssignmentInput: {
            from: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            personId: string;
            shiftId: string | null;
            teamId: string | null;
            until: string | null;
        };
        WorklistChanges: {
            arrived: number;
            aside: number;
            /** @description Of the one who asks, due by tonight */
            callBacksDue: number;
            doneToday: number;
            /** @description Left the list otherwise: held, promised */
            left: number;
            movedUp: number;
            /** @description Left the list, and money or a credit came in */
            paid: number;
            promisesBroken: number;
            /** @description Open promises of today and before */
            promisesDue: number;
            repliesWaiting: number;
            /** @description The evening compared with; null on the first day */
            sinceOn: string | null;
            /** @description Of the one who asks, due by tonight */
            tasksDue: number;
        };
        WorklistChangesInput: {
            arrived: number;
            aside: number;
            /** @description Of the one who asks, due by tonight */
            callBacksDue: number;
            doneToday: number;
            /** @description Left the list otherwise: held, promised */
            left: number;
            movedUp: number;
            /** @description Left the list, and money or a credit came in */
            paid: number;
            promisesBroken: number;
            /** @description Open promises of today and before */
            promisesDue: number;
            repliesWaiting: number;
            /** @description The evening compared with; null on the first day */
            sinceOn: string | null;
            /** @description Of the one who asks, due by tonight */
            tasksDue: number;
        };
        WorklistEntry: {
            /** @description Set aside until a day; ends by itself when a promise breaks or a mail comes in */
            aside: {
                backOn: string;
                byName: string;
                /** @enum {string} */
                kind: "done" | "snoozed";
                markId: string;
                reason: string | null;
            } | null;
            /** @description Overdue, not held, and not covered by credits that only need applying */
            collectable: components["schemas"]["Money"];
            country: string | null;
            credits: components["schemas"]["Money"];
            customerId: string;
            held: components["schemas"]["Money"];
            /** @description Nobody is to be spoken with for now: a hold on the customer */
            isQuiet: boolean;
            lastContactKind: string | null;
            lastContactOn: string | null;
            name: string;
            news: {
                broken: {
                    amount: components["schemas"]["Money"];
                    on: string;
                } | null;
                /** @description Was not on the list on the evening compared with */
                isNew: boolean;
                /** @description Of the score since then */
                pointsUp: number | null;
                /** @description The earliest open promise */
                promised: {
                    amount: components["schemas"]["Money"];
                    on: string;
                } | null;
                replyWaitingSince: string | null;
                /** @description Of the one who asks, due by tonight */
                tasksDue: number;
            };
            number: string;
            oldestDueOn: string | null;
            open: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
            /** @description Who looks after the customer */
            owner: {
                id: string;
                name: string;
            } | null;
            parts: {
                /** @enum {string} */
                code: "overdue" | "age" | "contact" | "limit" | "held" | "small";
                /** @description overdue: per cent of what is usual; age, contact: days; limit: per cent used; held: per cent held; small: per cent of what is usual */
                figure: number | null;
                points: number;
                pointsMax: number;
            }[];
            quietReason: string | null;
            quietUntil: string | null;
            score: number;
        };
        WorklistEntryInput: {
            /** @description Set aside until a day; ends by itself when a promise breaks or a mail comes in */
            aside: {
                backOn: string;
                byName: string;
                /** @enum {string} */
                kind: "done" | "snoozed";
                markId: string;
                reason: string | null;
            } | null;
            /** @description Overdue, not held, and not covered by credits that only need applying */
            collectable: components["schemas"]["MoneyInput"];
            country: string | null;
            credits: components["schemas"]["MoneyInput"];
            customerId: string;
            held: components["schemas"]["MoneyInput"];
            /** @description Nobody is to be spoken with for now: a hold on the customer */
            isQuiet: boolean;
            lastContactKind: string | null;
            lastContactOn: string | null;
            name: string;
            news: {
                broken: {
                    amount: components["schemas"]["MoneyInput"];
                    on: string;
                } | null;
                /** @description Was not on the list on the evening compared with */
                isNew: boolean;
                /** @description Of the score since then */
                pointsUp: number | null;
                /** @description The earliest open promise */
                promised: {
                    amount: components["schemas"]["MoneyInput"];
                    on: string;
                } | null;
                replyWaitingSince: string | null;
                /** @description Of the one who asks, due by tonight */
                tasksDue: number;
            };
            number: string;
            oldestDueOn: string | null;
            open: components["schemas"]["MoneyInput"];
            overdue: components["schemas"]["MoneyInput"];
            /** @description Who looks after the customer */
            owner: {
                id: string;
                name: string;
            } | null;
            parts: {
                /** @enum {string} */
                code: "overdue" | "age" | "contact" | "limit" | "held" | "small";
                /** @description overdue: per cent of what is usual; age, contact: days; limit: per cent used; held: per cent held; small: per cent of what is usual */
                figure: number | null;
                points: number;
                pointsMax: number;
            }[];
            quietReason: string | null;
            quietUntil: string | null;
            score: number;
        };
        WorklistSummary: {
            collectable: components["schemas"]["Money"];
            /** @description Whose customers they see today */
            coversFor: {
                id: string;
                name: string;
            }[];
            /** @description With something collectable */
            customers: number;
            /** @description With something open */
            customersInAll: number;
            on: string;
            /** @description With something open, of the one who asks and whom they cover; 0: no portfolio */
            ownCustomers: number;
            quietCustomers: number;
            /** @description What a customer with something overdue has overdue on average */
            usualOverdue: components["schemas"]["Money"];
        };
        WorklistSummaryInput: {
            collectable: components["schemas"]["MoneyInput"];
            /** @description Whose customers they see today */
            coversFor: {
                id: string;
                name: string;
            }[];
            /** @description With something collectable */
            customers: number;
            /** @description With something open */
            customersInAll: number;
            on: string;
            /** @description With something open, of the one who asks and whom they cover; 0: no portfolio */
            ownCustomers: number;
            quietCustomers: number;
            /** @description What a customer with something overdue has overdue on average */
            usualOverdue: components["schemas"]["MoneyInput"];
        };
        WorkTeam: {
            holidayLists: string[];
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            shiftId: string;
        };
        WorkTeamInput: {
            holidayLists: string[];
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            shiftId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccountEvents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AccountEvent"][];
                    };
                };
            };
        };
    };
    postCompanies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    country?: string;
                    functionalCurrency: string;
                    name: string;
                    /**
                     * @description Your own roles in the new company. Later, others change them, never yourself
                     * @default [
                     *       "expert",
                     *       "manager"
                     *     ]
                     */
                    roles?: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
                    timeZone: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    postAbsences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    /** @default null */
                    fromMinute?: number | null;
                    /** @enum {string} */
                    kind: "leave" | "sick" | "training" | "other";
                    /** @default null */
                    note?: string | null;
                    /** Format: uuid */
                    personId: string;
                    until: string;
                    /** @default null */
                    untilMinute?: number | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
        };
    };
    deleteAbsencesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postAccolades: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    personId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postAccoladesByIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAccountReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            account: string;
                            createdAt: string;
                            customerId: string;
                            customerName: string;
                            customerNumber: string;
                            earlierAccounts: string[];
                            holder: string | null;
                            /** @description An import brought it to a customer that was there before, and nobody has looked at it */
                            isToReview: boolean;
                            /** @description import, request, or whoever brought it */
                            origin: string;
                            requestId: string | null;
                            reviewedAt: string | null;
                            reviewedByName: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getAccountSpellings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["AccountSpelling"][];
                    };
                };
            };
        };
    };
    putAccountSpellings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As a file writes it */
                    account: string;
                    /** @description Null takes back what was said */
                    isSame: boolean | null;
                    /** @description The account that it may be */
                    otherAccount: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteActivitiesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchActivitiesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getActivitiesByIdHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Activity"][];
                    };
                };
            };
        };
    };
    getAdvices: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only those of this import */
                importId?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Advice"][];
                    };
                };
            };
        };
    };
    getAdvicesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceDetail"];
                };
            };
        };
    };
    postAdvicesByIdCompared: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceDetail"];
                };
            };
        };
    };
    postAdvicesByIdLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    receiptId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceDetail"];
                };
            };
        };
    };
    getAdvicesByIdPagesByPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    getAdvicesByIdReceipts: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["AdviceReceipt"][];
                    };
                };
            };
        };
    };
    postAdvicesByIdUnlink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** Format: uuid */
                    receiptId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceDetail"];
                };
            };
        };
    };
    getAging: {
        parameters: {
            query?: {
                asOf?: string;
                buckets?: string;
                by?: "customer" | "item";
                currency?: string;
                customerId?: string;
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        buckets: number[];
                        company: string;
                        /** @description The instant used; asking again with it gives the same answer */
                        knownAt: string;
                        /** @description Acts that wait for their day; they are in no figure */
                        pending: number;
                        rows: {
                            buckets: string[];
                            currency: string;
                            customerId: string;
                            customerName: string;
                            /** @description Of an item; null when the rows are customers */
                            dueOn: string | null;
                            /** @description The customer’s or the item’s id */
                            key: string;
                            /** @description The customer’s or the item’s number */
                            label: string;
                            /** @description Decimal text in the row’s currency, like all amounts of an aging */
                            notDue: string;
                            total: string;
                            unapplied: string;
                        }[];
                        totals: {
                            buckets: string[];
                            currency: string;
                            /** @description Decimal text in the row’s currency, like all amounts of an aging */
                            notDue: string;
                            total: string;
                            unapplied: string;
                        }[];
                    };
                };
            };
        };
    };
    getAgingControl: {
        parameters: {
            query: {
                asOf: string;
                knownAt: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        totals: {
                            account: string;
                            total: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
        };
    };
    postApplications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allocations: {
                        /** @description In the debit’s currency */
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description In the credit’s currency, when it is another */
                        creditAmount?: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        creditItemId: string;
                        /** Format: uuid */
                        debitItemId: string;
                    }[];
                    effectiveOn?: string;
                    note?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        itemIds: string[];
                        pendingId: string | null;
                        /** @enum {string} */
                        state: "done" | "pending";
                    };
                };
            };
        };
    };
    getApprovalLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mayDecide: boolean;
                        mayPostAlone: boolean;
                        /** @description What counts for the caller; null amounts: without limit */
                        own: {
                            alone: components["schemas"]["Money"] | null;
                            decide: components["schemas"]["Money"] | null;
                            /** @enum {string} */
                            kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
                        }[];
                        /** @description What the caller posts alone in all: on one item, for one customer in 30 days, in one day */
                        ownTotals: {
                            alone: components["schemas"]["Money"] | null;
                            /** @enum {string} */
                            kind: "item_total" | "customer_total" | "day_total";
                        }[];
                        rows: {
                            alone: components["schemas"]["Money"] | null;
                            changedAt: string;
                            changedByName: string;
                            decide: components["schemas"]["Money"] | null;
                            /** @enum {string} */
                            kind: "any" | "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal" | "item_total" | "customer_total" | "day_total";
                            personId: string | null;
                            personName: string | null;
                            role: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client") | null;
                        }[];
                        seconds: {
                            above: components["schemas"]["Money"] | null;
                            changedAt: string;
                            changedByName: string;
                            /** @enum {string} */
                            kind: "any" | "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
                        }[];
                        starting: {
                            /** @description What counts where no row speaks */
                            rows: {
                                alone: components["schemas"]["Money"] | null;
                                decide: components["schemas"]["Money"] | null;
                                /** @enum {string} */
                                kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
                            }[];
                            second: components["schemas"]["Money"];
                        };
                    };
                };
            };
        };
    };
    putApprovalLimits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: without limit */
                    alone: {
                        amount: string;
                        currency: string;
                    } | null;
                    /** @description Null: without limit */
                    decide: {
                        amount: string;
                        currency: string;
                    } | null;
                    holder: {
                        /** @enum {string} */
                        role: "collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client";
                    } | {
                        /** Format: uuid */
                        personId: string;
                    };
                    /** @enum {string} */
                    kind: "any" | "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal" | "item_total" | "customer_total" | "day_total";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postApprovalLimitsClearing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holder: {
                        /** @enum {string} */
                        role: "collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client";
                    } | {
                        /** Format: uuid */
                        personId: string;
                    };
                    /** @enum {string} */
                    kind: "any" | "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal" | "item_total" | "customer_total" | "day_total";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putApprovalSecondLimits: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: without limit */
                    above: {
                        amount: string;
                        currency: string;
                    } | null;
                    /** @enum {string} */
                    kind: "any" | "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getApprovals: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customerId?: string;
                itemId?: string;
                kind?: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
                limit?: number;
                view?: "waiting" | "for_me" | "mine" | "sent_back" | "settled" | "all";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ApprovalRow"][];
                    };
                };
            };
        };
    };
    postApprovals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    act: {
                        /** @description An approved bank account of the customer */
                        account: string;
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "refund";
                    } | {
                        /** @enum {string} */
                        adjustment: "cash_discount" | "small_difference" | "deduction" | "write_off" | "bank_fee" | "withholding_tax" | "suspense" | "unclaimed_credit";
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "adjustment";
                    } | {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "transfer";
                        /** @description The code of a company that you work in, too */
                        toCompany: string;
                    } | {
                        /** @description A part; all that is open when absent */
                        amount?: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        customerId: string;
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "move";
                    } | {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        customerId: string;
                        /** @enum {string} */
                        document: "credit_note" | "on_account_credit";
                        issuedOn: string;
                        /** @enum {string} */
                        kind: "credit";
                        number: string;
                    } | {
                        amount?: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        entryId: string;
                        /** @enum {string} */
                        kind: "reversal";
                        /** @default false */
                        withDependents?: boolean;
                    };
                    /** @default null */
                    note?: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getApprovalsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDetail"];
                };
            };
        };
    };
    postApprovalsByIdApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The `fingerprint` of the entries that were looked at */
                    seen: string;
                    /** @default null */
                    words?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        /** @enum {string} */
                        state: "waiting" | "posted";
                    };
                };
            };
        };
    };
    postApprovalsByIdAskAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    act: {
                        /** @description An approved bank account of the customer */
                        account: string;
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "refund";
                    } | {
                        /** @enum {string} */
                        adjustment: "cash_discount" | "small_difference" | "deduction" | "write_off" | "bank_fee" | "withholding_tax" | "suspense" | "unclaimed_credit";
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "adjustment";
                    } | {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "transfer";
                        /** @description The code of a company that you work in, too */
                        toCompany: string;
                    } | {
                        /** @description A part; all that is open when absent */
                        amount?: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        customerId: string;
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "move";
                    } | {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        customerId: string;
                        /** @enum {string} */
                        document: "credit_note" | "on_account_credit";
                        issuedOn: string;
                        /** @enum {string} */
                        kind: "credit";
                        number: string;
                    } | {
                        amount?: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        entryId: string;
                        /** @enum {string} */
                        kind: "reversal";
                        /** @default false */
                        withDependents?: boolean;
                    };
                    /** @default null */
                    note?: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postApprovalsByIdEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getApprovalsByIdEvidenceByFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                file: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    postApprovalsByIdSendingBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postApprovalsByIdWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    words?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getApprovalsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        forMe: number;
                        sentBack: number;
                        sentBackToMe: number;
                        waiting: number;
                    };
                };
            };
        };
    };
    postApprovalsDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    act: {
                        /** @description An approved bank account of the customer */
                        account: string;
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "refund";
                    } | {
                        /** @enum {string} */
                        adjustment: "cash_discount" | "small_difference" | "deduction" | "write_off" | "bank_fee" | "withholding_tax" | "suspense" | "unclaimed_credit";
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "adjustment";
                    } | {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "transfer";
                        /** @description The code of a company that you work in, too */
                        toCompany: string;
                    } | {
                        /** @description A part; all that is open when absent */
                        amount?: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        customerId: string;
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        itemId: string;
                        /** @enum {string} */
                        kind: "move";
                    } | {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        customerId: string;
                        /** @enum {string} */
                        document: "credit_note" | "on_account_credit";
                        issuedOn: string;
                        /** @enum {string} */
                        kind: "credit";
                        number: string;
                    } | {
                        amount?: {
                            amount: string;
                            currency: string;
                        };
                        /** @description The day of approval when absent */
                        effectiveOn?: string;
                        /** Format: uuid */
                        entryId: string;
                        /** @enum {string} */
                        kind: "reversal";
                        /** @default false */
                        withDependents?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: components["schemas"]["Money"];
                        customerId: string;
                        entries: components["schemas"]["DraftedEntry"][];
                        /** @enum {string} */
                        kind: "refund" | "write_off" | "discount" | "small_difference" | "deduction" | "other_adjustment" | "credit" | "transfer" | "move" | "reversal";
                        needed: number;
                        value: components["schemas"]["Money"];
                    };
                };
            };
        };
    };
    getArrivalSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dropDirectory: string;
                        rows: components["schemas"]["ArrivalSource"][];
                    };
                };
            };
        };
    };
    postArrivalSources: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrivalSourceDraftInput"];
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    putArrivalSourcesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrivalSourceDraftInput"];
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteArrivalSourcesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postArrivalSourcesByIdCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refused: number;
                        taken: number;
                    };
                };
            };
        };
    };
    getArrivals: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Arrival"][];
                    };
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Only what happened to this: its kind and id, as in the rows */
                subject?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["AuditEvent"][];
                    };
                };
            };
        };
    };
    getBankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OwnBankAccount"][];
                    };
                };
            };
        };
    };
    putBankAccountsByAccountReceiptsBy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                account: string;
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    receiptsBy: "statement" | "notification" | "lockbox";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getBlockers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                state?: "open" | "solved";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Blocker"][];
                    };
                };
            };
        };
    };
    postBlockers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    customerId?: string | null;
                    /**
                     * Format: uuid
                     * @description Who sees to it
                     */
                    ownerId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    putBlockersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Who sees to it
                     */
                    ownerId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postBlockersByIdReopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postBlockersByIdSolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    solution?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postBlocksByIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: Monday to Friday, 09:00 to 17:00, without holidays */
                        company: {
                            holidayLists: string[];
                            /** Format: uuid */
                            shiftId: string;
                        } | null;
                        lists: {
                            code: string;
                            country: string | null;
                            name: string;
                            region: string | null;
                            years: {
                                /** @description When somebody looked through it; null while it is as the library had it */
                                checkedAt: string | null;
                                checkedByName: string | null;
                                seededAt: string;
                                year: number;
                            }[];
                        }[];
                        shifts: components["schemas"]["Shift"][];
                        teams: components["schemas"]["WorkTeam"][];
                    };
                };
            };
        };
    };
    putCalendarsCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holidayLists: string[];
                    /** Format: uuid */
                    shiftId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCallBacks: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                dueBefore?: string;
                limit?: number;
                whose?: "mine" | "all";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["CallBack"][];
                    };
                };
            };
        };
    };
    putCallBacksById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assigneeId: string;
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCallBacksByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCallMeasures: {
        parameters: {
            query: {
                by?: "person" | "day";
                from: string;
                until: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            attempts: number;
                            key: string;
                            label: string;
                            promises: number;
                            /** @description Calls that reached who can decide or pay */
                            rightParty: number;
                            talkSeconds: number;
                        }[];
                    };
                };
            };
        };
    };
    getCallScripts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            body: string;
                            changedAt: string | null;
                            changedBy: string | null;
                            /** @enum {string} */
                            language: "en" | "it" | "de" | "fr" | "es";
                            /** @description 0: the words that come with the product */
                            number: number;
                            /** @enum {string} */
                            situation: "first_call" | "follow_up" | "promise_broken" | "dispute";
                        }[];
                        /** @description Each with an example */
                        variables: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
    };
    putCallScriptsBySituationByLanguage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                language: "en" | "it" | "de" | "fr" | "es";
                situation: "first_call" | "follow_up" | "promise_broken" | "dispute";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    postCallScriptsPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
        };
    };
    postCashApplicationRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        considered: number;
                        exceptions: number;
                        passedOver: number;
                        posted: number;
                        suggested: number;
                        unchanged: number;
                    };
                };
            };
        };
    };
    getCashDeductionReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DeductionReason"][];
                    };
                };
            };
        };
    };
    getCashDeductions: {
        parameters: {
            query?: {
                /** @description Only withholding tax whose certificate is to come */
                certificate?: "expected";
                /** @description `next` of the page before */
                cursor?: string;
                customerId?: string;
                /** @description First effective day */
                from?: string;
                itemId?: string;
                limit?: number;
                reason?: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                receiptId?: string;
                state?: "open" | "posted" | "withdrawn";
                until?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Deduction"][];
                        totals: {
                            amount: components["schemas"]["Money"];
                            count: number;
                            /** @enum {string} */
                            reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                            /** @enum {string} */
                            state: "open" | "posted" | "withdrawn";
                        }[];
                    };
                };
            };
        };
    };
    getCashKnowledge: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customerId?: string;
                kind?: "account" | "name" | "habit" | "pair" | "payer" | "code" | "layout";
                limit?: number;
                /** @description Only what people ruled out about this receipt */
                receiptId?: string;
                search?: string;
                state?: "standing" | "taken_back";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the first page: how many there are of each kind */
                        counts: {
                            count: number;
                            /** @enum {string} */
                            kind: "account" | "name" | "habit" | "pair" | "payer" | "code" | "layout";
                        }[];
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["LearntThing"][];
                    };
                };
            };
        };
    };
    postCashKnowledgeRestorations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCashKnowledgeRevocations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCashMeasures: {
        parameters: {
            query?: {
                /** @description The first booking day; with to. Without both the last 28 days */
                from?: string;
                /** @description The last booking day, itself included */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CashMeasures"];
                };
            };
        };
    };
    getCashMeasuresReceipts: {
        parameters: {
            query: {
                currency?: string;
                /** @description `next` of the page before */
                cursor?: string;
                figure: "received" | "auto" | "by_hand" | "corrected" | "applied" | "applied_by_people" | "waiting" | "without_remittance";
                /** @description The first booking day; with to. Without both the last 28 days */
                from?: string;
                limit?: number;
                /** @description As the list of payers gives it */
                payer?: string;
                /** @description What was asked first, by its code, or "none" */
                reason?: string;
                /** @description The last booking day, itself included */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["MeasuredReceipt"][];
                    };
                };
            };
        };
    };
    getCashPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0 while the usual policy holds */
                        inForce: number;
                        /** @description The latest, which holds, first */
                        switches: {
                            number: number;
                            position: number;
                            reason: string | null;
                            switchedAt: string;
                            switchedByName: string;
                            trialId: string | null;
                        }[];
                        usual: {
                            /** @description What a working day of the company is worth */
                            dayMinutes: number;
                            /** @description Minutes of working time by queue, and of an answer */
                            deadlines: {
                                [key: string]: number;
                            };
                            deductions: {
                                [key: string]: {
                                    caps: {
                                        analystDayUnitsMax: number | null;
                                        dayUnitsMax: number | null;
                                        itemPercentMax: number | null;
                                        itemUnitsMax: number | null;
                                    };
                                    isClaimed: boolean;
                                };
                            };
                            limits: {
                                [key: string]: {
                                    max: number;
                                    min: number;
                                    usual: number;
                                };
                            };
                            /** @description All rules, in the order in which they are tried */
                            rules: string[];
                        };
                        versions: {
                            changes: components["schemas"]["CashPolicyChanges"];
                            number: number;
                            proposedAt: string;
                            proposedByName: string;
                            reason: string;
                            /** @description Its latest trial on past receipts, while it runs how far it has come */
                            trial: components["schemas"]["CashPolicyTrial"] | null;
                        }[];
                    };
                };
            };
        };
    };
    postCashPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: components["schemas"]["CashPolicyChangesInput"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    postCashPoliciesByNumberTrials: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postCashPoliciesInForce: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    postCashPolicyTrialsByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCashPolicyTrialsByIdDifferences: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only those that the version posts otherwise than it was done */
                isOtherwise?: "true" | "false";
                kind?: "more" | "fewer" | "changed" | "same";
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["CashPolicyDifference"][];
                    };
                };
            };
        };
    };
    postCashPolicyTrialsByIdResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCashResearch: {
        parameters: {
            query?: {
                age?: number;
                /** @description As it was said or, where it was not, as it is suggested */
                cause?: "no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other" | "none";
                /** @description `next` of the page before */
                cursor?: string;
                customerId?: string;
                /** @description Only where the next step’s day has passed */
                late?: "true";
                limit?: number;
                owner?: ("me" | "nobody") | string;
                queue?: "exceptions" | "unidentified" | "unapplied";
                search?: string;
                /** @description Only where the customer was asked and has not answered */
                waiting?: "true";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        owners: {
                            id: string;
                            name: string;
                        }[];
                        rows: components["schemas"]["ResearchRow"][];
                        /** @description Of all that the filter lets through, apart from cause and age */
                        totals: {
                            age: number;
                            cause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
                            count: number;
                            lateCount: number;
                            unapplied: components["schemas"]["Money"];
                            unownedCount: number;
                        }[];
                    };
                };
            };
        };
    };
    getCashResearchById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResearchDetail"];
                };
            };
        };
    };
    putCashResearchById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nextDueOn: string | null;
                    nextStep: ("ask_customer" | "find_remittance" | "ask_sales" | "ask_bank" | "check_other_company" | "apply" | "refund" | "transfer" | "other") | null;
                    /** @default null */
                    nextStepWords?: string | null;
                    /** @default null */
                    note?: string | null;
                    ownerId: string | null;
                    rootCause: ("no_remittance" | "wrong_reference" | "closed_invoice" | "wrong_entity" | "duplicate" | "prepayment" | "over_payment" | "unknown_payer" | "other") | null;
                    /** @default null */
                    rootCauseWords?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCashResearchAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    ownerId: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
        };
    };
    putContactsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string | null;
                    /** @default false */
                    isEnded?: boolean;
                    /** @default false */
                    isPrimary?: boolean;
                    language?: "" | string | null;
                    name: string;
                    notes?: string | null;
                    phone?: string | null;
                    /** @default [] */
                    roles?: string[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postContactsByIdConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mayCall: boolean;
                    mayMail: boolean;
                    /** @description The day on which it was said */
                    since: string;
                    /** @description How we know */
                    source: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConversations: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customer?: string;
                limit?: number;
                part?: "unassigned" | "mine" | "all" | "handled";
                words?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Conversation"][];
                    };
                };
            };
        };
    };
    getConversationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversation: components["schemas"]["Conversation"];
                        messages: components["schemas"]["Message"][];
                    };
                };
            };
        };
    };
    postConversationsByIdAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConversationsByIdCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postConversationsByIdHandled: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isHandled: boolean;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConversationsCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: number;
                        mine: number;
                        unassigned: number;
                    };
                };
            };
        };
    };
    getCountryHours: {
        parameters: {
            query?: {
                country?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            country: string;
                            holidayList: string | null;
                            timeZone: string;
                            /** @description From Monday */
                            week: {
                                fromMinute: number;
                                untilMinute: number;
                            }[][];
                        }[];
                        usual: {
                            timeZone: string;
                            /** @description From Monday */
                            week: {
                                fromMinute: number;
                                untilMinute: number;
                            }[][];
                        } | null;
                    };
                };
            };
        };
    };
    putCountryHoursByCountry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                country: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description null: the list with the code of the country
                     * @default null
                     */
                    holidayList?: string | null;
                    timeZone: string;
                    /** @description From Monday */
                    week: {
                        fromMinute: number;
                        untilMinute: number;
                    }[][];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteCountryHoursByCountry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                country: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["CustomField"][];
                    };
                };
            };
        };
    };
    postCustomFields: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Of a choice, in the order shown
                     * @default []
                     */
                    choices?: string[];
                    /** @enum {string} */
                    kind: "text" | "number" | "money" | "date" | "choice" | "yes_no";
                    name: string;
                    /** @enum {string} */
                    subjectKind: "customer" | "item";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    putCustomFieldsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Of a choice, in the order shown
                     * @default []
                     */
                    choices?: string[];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteCustomFieldsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomerRequests: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customerId?: string;
                limit?: number;
                state?: "waiting" | "approved" | "rejected" | "withdrawn";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["CustomerRequest"][];
                    };
                };
            };
        };
    };
    getCustomerRequestsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRequest"];
                };
            };
        };
    };
    postCustomerRequestsByIdApprove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Needed for a new bank account without a call-back
                     * @default null
                     */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customerId: string;
                    };
                };
            };
        };
    };
    postCustomerRequestsByIdCallBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCustomerRequestsByIdReject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCustomerRequestsByIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only those with a block in force */
                isBlocked?: "true" | "false";
                /** @description Merged duplicates too */
                isWithMerged?: "true" | "false";
                limit?: number;
                /** @description Only those with a value in this field of the company */
                ownField?: string;
                /** @description Of that field: what the value begins with */
                ownValue?: string;
                /** @description Any part of number, name, tax id, account, e-mail; several words must all be found */
                search?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: {
                            /** @description One for each currency in which something is open, merged duplicates included */
                            balances: {
                                overdue: components["schemas"]["Money"];
                                receivable: components["schemas"]["Money"];
                                total: components["schemas"]["Money"];
                                unapplied: components["schemas"]["Money"];
                            }[];
                            /** @description Blocks in force */
                            blocks: {
                                blockedAt: string;
                                blockedBy: string;
                                blockedByName: string;
                                id: string;
                                reason: string;
                                /** @enum {string} */
                                what: "orders" | "dunning" | "payments";
                            }[];
                            channel: string | null;
                            country: string | null;
                            createdAt: string;
                            creditLimit: components["schemas"]["Money"] | null;
                            email: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "regular" | "unidentified";
                            language: string | null;
                            /** @description The customer that this record was found to be a duplicate of */
                            mergedInto: {
                                id: string;
                                name: string;
                                number: string;
                            } | null;
                            name: string;
                            number: string;
                            /** @description Values of the company’s own fields, by field */
                            own: {
                                [key: string]: string;
                            };
                            parent: {
                                id: string;
                                name: string;
                                number: string;
                            } | null;
                            parentId: string | null;
                            phone: string | null;
                            segment: string | null;
                            tags: string[];
                            taxId: string | null;
                            terms: string | null;
                            tier: string | null;
                            timeZone: string | null;
                        }[];
                    };
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who at the customer asked
                     * @default null
                     */
                    askedBy?: string | null;
                    /**
                     * @default internal
                     * @enum {string}
                     */
                    channel?: "email" | "phone" | "letter" | "portal" | "visit" | "internal";
                    customer: {
                        bankAccounts?: {
                            account: string;
                            holder?: "" | string | null;
                        }[];
                        country?: "" | string | null;
                        creditLimit?: {
                            amount: string;
                            currency: string;
                        } | null;
                        email?: "" | string | null;
                        language?: "" | string | null;
                        name: string;
                        number: string;
                        parentId?: string | null;
                        phone?: "" | string | null;
                        taxId?: "" | string | null;
                        taxIds?: {
                            country: string;
                            kind: string;
                            number: string;
                        }[];
                        terms?: "" | string | null;
                        timeZone?: "" | string | null;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
        };
    };
    patchCustomersById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channel?: "" | string | null;
                    country?: "" | string | null;
                    email?: "" | string | null;
                    language?: "" | string | null;
                    phone?: "" | string | null;
                    segment?: "" | string | null;
                    tags?: string[];
                    tier?: "" | string | null;
                    timeZone?: "" | string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postCustomersByIdAccountReviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                    /** @default null */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomersByIdActivities: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                kind?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Activity"][];
                    };
                };
            };
        };
    };
    postCustomersByIdActivities: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    contactId?: string;
                    durationSeconds?: number;
                    /**
                     * Format: date-time
                     * @description Now when absent
                     */
                    happenedAt?: string;
                    /** Format: uuid */
                    itemId?: string;
                    /** @default note */
                    kind?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersByIdApplications: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Application"][];
                    };
                };
            };
        };
    };
    getCustomersByIdBehaviour: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerBehaviour"];
                };
            };
        };
    };
    getCustomersByIdBlocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            blockedAt: string;
                            blockedBy: string;
                            blockedByName: string;
                            id: string;
                            reason: string;
                            releasedAt: string | null;
                            releasedByName: string | null;
                            releaseReason: string | null;
                            /** @enum {string} */
                            what: "orders" | "dunning" | "payments";
                        }[];
                    };
                };
            };
        };
    };
    postCustomersByIdBlocks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    what: "orders" | "dunning" | "payments";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postCustomersByIdCallBacks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assigneeId: string;
                    /** Format: date-time */
                    at: string;
                    /** @default null */
                    contactId?: string | null;
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersByIdCallSheet: {
        parameters: {
            query?: {
                contact?: string;
                language?: "en" | "it" | "de" | "fr" | "es";
                situation?: "first_call" | "follow_up" | "promise_broken" | "dispute";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallSheet"];
                };
            };
        };
    };
    postCustomersByIdCalls: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The call-back that it answers
                     * @default null
                     */
                    callBackId?: string | null;
                    /** @default null */
                    contactId?: string | null;
                    durationSeconds: number;
                    next?: ({
                        /**
                         * @description Null: on the account
                         * @default null
                         */
                        itemIds?: string[] | null;
                        /** @enum {string} */
                        kind: "promise";
                        parts: {
                            amount: {
                                amount: string;
                                currency: string;
                            };
                            promisedOn: string;
                        }[];
                    } | {
                        /** Format: uuid */
                        assigneeId: string;
                        due: {
                            on: string;
                        } | {
                            inHours: number;
                        } | {
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        kind: "task";
                        title: string;
                    } | {
                        /** Format: uuid */
                        assigneeId: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        kind: "call_back";
                    } | {
                        /** @enum {string} */
                        kind: "mail";
                        /** @enum {string} */
                        purpose: "pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4" | "promise_confirmation" | "promise_broken" | "payment_question" | "thanks" | "dispute_received" | "meeting_invitation";
                    }) | null;
                    /** @default  */
                    note?: string;
                    /**
                     * @description As dialled
                     * @default null
                     */
                    number?: string | null;
                    /** @enum {string} */
                    outcome: "reached" | "promised" | "disputed" | "refused" | "call_back" | "left_message" | "no_answer" | "wrong_number";
                    /** @enum {string} */
                    scriptLanguage: "en" | "it" | "de" | "fr" | "es";
                    /** @default 0 */
                    scriptNumber?: number;
                    /** @enum {string} */
                    situation: "first_call" | "follow_up" | "promise_broken" | "dispute";
                    /** Format: date-time */
                    startedAt: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: string;
                        id: string;
                        next: {
                            count: number;
                            id: string;
                            /** @enum {string} */
                            kind: "promise" | "task" | "call_back" | "mail";
                        } | null;
                    };
                };
            };
        };
    };
    getCustomersByIdConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ContactConsent"][];
                    };
                };
            };
        };
    };
    getCustomersByIdContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Contact"][];
                    };
                };
            };
        };
    };
    postCustomersByIdContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string | null;
                    /** @default false */
                    isPrimary?: boolean;
                    language?: "" | string | null;
                    name: string;
                    notes?: string | null;
                    phone?: string | null;
                    /** @default [] */
                    roles?: string[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersByIdCustomValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            fieldId: string;
                            setAt: string;
                            setByName: string;
                            value: string;
                        }[];
                    };
                };
            };
        };
    };
    putCustomersByIdCustomValues: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomersByIdDeductionCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        codes: components["schemas"]["DeductionCode"][];
                    };
                };
            };
        };
    };
    putCustomersByIdDeductionCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    reason: ("cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified") | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        codes: components["schemas"]["DeductionCode"][];
                    };
                };
            };
        };
    };
    getCustomersByIdDunning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: components["schemas"]["DunningAction"][];
                        held: components["schemas"]["DunningHeld"][];
                        levels: {
                            itemId: string;
                            level: number;
                            stepKey: string;
                            takenOn: string;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersByIdFamily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description Its own; those of a merged duplicate are in its survivor’s */
                            balances: {
                                overdue: components["schemas"]["Money"];
                                receivable: components["schemas"]["Money"];
                                total: components["schemas"]["Money"];
                                unapplied: components["schemas"]["Money"];
                            }[];
                            country: string | null;
                            id: string;
                            mergedIntoId: string | null;
                            name: string;
                            number: string;
                            parentId: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersByIdFirstSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            customerId: string | null;
                            decidedAt: string | null;
                            decidedByName: string | null;
                            dueOn: string | null;
                            invoicedOn: string | null;
                            invoiceItemId: string | null;
                            invoiceNumber: string | null;
                            invoiceReceivedAt: string | null;
                            name: string;
                            number: string;
                            paidOn: string | null;
                            requestedAt: string;
                            requestedByName: string;
                            requestId: string;
                            waitsFor: ("decision" | "first_invoice" | "invoice_received" | "first_payment") | null;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersByIdHolds: {
        parameters: {
            query?: {
                /** @description Those that are over, too */
                ended?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Hold"][];
                    };
                };
            };
        };
    };
    postCustomersByIdHolds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "dispute" | "quiet_period" | "other";
                    reason: string;
                    untilOn?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersByIdHours: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerHours"];
                };
            };
        };
    };
    putCustomersByIdHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holidayList: string | null;
                    note: string | null;
                    week: {
                        fromMinute: number;
                        untilMinute: number;
                    }[][] | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCustomersByIdInterestCharges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    itemIds: string[];
                    total: {
                        amount: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        itemId: string;
                        number: string;
                    };
                };
            };
        };
    };
    postCustomersByIdInterestWaivers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    itemIds: string[];
                    reason: string;
                    total: {
                        amount: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomersByIdItems: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                kind?: "invoice" | "debit_note" | "chargeback" | "credit_note" | "on_account_credit" | "receipt";
                limit?: number;
                status?: "open" | "all";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Item"][];
                    };
                };
            };
        };
    };
    postCustomersByIdNumbers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                    /** @description What the other system is called: SAP DE, Salesforce */
                    system: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postCustomersByIdNumbersRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                    /** @description What the other system is called: SAP DE, Salesforce */
                    system: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomersByIdProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: components["schemas"]["CustomerProfile"][];
                    };
                };
            };
        };
    };
    putCustomersByIdProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fields: {
                        approval: {
                            days: number | null;
                            who: string;
                        }[];
                        askFor: {
                            what: string;
                            whom: string;
                        }[];
                        /** @description So many days before a run an invoice must be approved */
                        cutOffDays: number | null;
                        delivery: ("mail" | "portal" | "edi" | "post") | null;
                        invoiceAddress: "" | string | null;
                        note: string | null;
                        orderNote: string | null;
                        /** @description Which number of theirs an invoice must carry */
                        orderRule: ("none" | "each_invoice" | "each_line" | "contract") | null;
                        payRun: ({
                            /** @enum {string} */
                            kind: "weekly";
                            weekday: number;
                        } | {
                            /** @enum {string} */
                            kind: "nth_weekday";
                            /** @description -1: the last of the month */
                            nth: number;
                            weekday: number;
                        } | {
                            /** @description 31: the last day */
                            days: number[];
                            /** @enum {string} */
                            kind: "month_days";
                        }) | null;
                        portalName: string | null;
                        portalUrl: string | null;
                    };
                    /** @description The version that was changed; 0 for the first */
                    seen: number;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    getCustomersByIdPromises: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        broken: number;
                        kept: number;
                        partlyKept: number;
                        rows: components["schemas"]["Promise"][];
                    };
                };
            };
        };
    };
    postCustomersByIdPromises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The call or mail it was made in, when it is written down
                     * @default null
                     */
                    activityId?: string | null;
                    /**
                     * @default call
                     * @enum {string}
                     */
                    channel?: "call" | "mail" | "meeting" | "letter" | "portal" | "other";
                    /** @default null */
                    contactId?: string | null;
                    /**
                     * @description The parts stand and fall together
                     * @default false
                     */
                    isPlan?: boolean;
                    /**
                     * @description Null: on the account
                     * @default null
                     */
                    itemIds?: string[] | null;
                    /** @default null */
                    note?: string | null;
                    parts: {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        promisedOn: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        planId: string | null;
                        promiseIds: string[];
                    };
                };
            };
        };
    };
    getCustomersByIdRecipients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            address: string;
                            contactId: string;
                            isPrimary: boolean;
                            language: string | null;
                            name: string;
                            roles: string[];
                            /** @description refused: the contact said not to be written to */
                            suppressed: ("bounced" | "complained" | "unsubscribed" | "refused") | null;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersByIdRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: {
                            account: string;
                            createdAt: string;
                            customerId: string;
                            holder: string | null;
                            /** @description An import brought it to a customer that was there before, and nobody has looked at it */
                            isToReview: boolean;
                            /** @description import, request, or whoever brought it */
                            origin: string;
                            requestId: string | null;
                            reviewedAt: string | null;
                            reviewedByName: string | null;
                        }[];
                        doubts: {
                            code: string;
                            field: string;
                            value: string;
                        }[];
                        merges: {
                            duplicateId: string;
                            duplicateName: string;
                            duplicateNumber: string;
                            id: string;
                            mergedAt: string;
                            mergedByName: string;
                            reason: string | null;
                            survivorId: string;
                            survivorName: string;
                            survivorNumber: string;
                            undoneAt: string | null;
                            undoneByName: string | null;
                            undoReason: string | null;
                        }[];
                        numbers: {
                            customerId: string;
                            number: string;
                            system: string;
                        }[];
                        taxIds: {
                            country: string;
                            customerId: string;
                            kind: string;
                            number: string;
                        }[];
                    };
                };
            };
        };
    };
    postCustomersByIdRequests: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who at the customer asked
                     * @default null
                     */
                    askedBy?: string | null;
                    change: {
                        bankAccounts?: {
                            account: string;
                            holder?: "" | string | null;
                        }[];
                        blocks?: ("orders" | "dunning" | "payments")[];
                        creditLimit?: {
                            amount: string;
                            currency: string;
                        } | null;
                        name?: string;
                        parentId?: string | null;
                        taxId?: "" | string | null;
                        taxIds?: {
                            country: string;
                            kind: string;
                            number: string;
                        }[];
                        terms?: "" | string | null;
                    };
                    /**
                     * @default internal
                     * @enum {string}
                     */
                    channel?: "email" | "phone" | "letter" | "portal" | "visit" | "internal";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersByIdSessionOutlook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contacts: {
                            address: string;
                            id: string;
                            isPrimary: boolean;
                            name: string;
                        }[];
                        points: {
                            /** @enum {string} */
                            kind: "item" | "dispute" | "promise" | "other";
                            subjectId: string;
                            title: string;
                        }[];
                        timeZone: string;
                        windows: {
                            from: string;
                            isNow: boolean;
                            until: string;
                        }[];
                    };
                };
            };
        };
    };
    postCustomersByIdSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    contactIds?: string[];
                    /** Format: date-time */
                    endsAt: string;
                    /** @default null */
                    language?: ("en" | "it" | "de" | "fr" | "es") | null;
                    /** @default  */
                    message?: string;
                    /**
                     * @description Colleagues
                     * @default []
                     */
                    personIds?: string[];
                    /**
                     * @description A room, a link, a number to dial
                     * @default
                     */
                    place?: string;
                    /** @default [] */
                    points?: {
                        /**
                         * @description Of a point that stands already
                         * @default null
                         */
                        id?: string | null;
                        /** @enum {string} */
                        kind: "item" | "dispute" | "promise" | "other";
                        /** @default null */
                        subjectId?: string | null;
                        title: string;
                    }[];
                    /** Format: date-time */
                    startsAt: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getCustomersByIdStatement: {
        parameters: {
            query?: {
                asOf?: string;
                format?: "pdf" | "xlsx";
                language?: "en" | "it" | "de" | "fr" | "es";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    getCustomersByIdTimeline: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: {
                            actorId: string | null;
                            amount: components["schemas"]["Money"] | null;
                            at: string;
                            by: string;
                            durationSeconds: number | null;
                            effectiveOn: string | null;
                            /** @description Of the entry or of the activity */
                            id: string;
                            isEdited: boolean;
                            items: {
                                id: string;
                                kind: string;
                                number: string;
                            }[];
                            kind: string;
                            /** @enum {string} */
                            source: "ledger" | "activity";
                            /** @description What was written, or the reason of an entry */
                            text: string | null;
                            undone: components["schemas"]["Money"] | null;
                        }[];
                    };
                };
            };
        };
    };
    getCustomersFind: {
        parameters: {
            query: {
                limit?: number;
                search: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Customer"][];
                    };
                };
            };
        };
    };
    putDefaultViewsByGrid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                /** @description The id of the grid */
                grid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    viewId: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            attempts: number;
                            conversationId: string;
                            customerName: string | null;
                            messageId: string;
                            queuedAt: string;
                            /** @description What the server answered, or what kept it from being sent */
                            said: string | null;
                            sentAt: string | null;
                            /** @enum {string} */
                            state: "queued" | "sending" | "sent" | "failed" | "uncertain" | "withdrawn";
                            subject: string;
                            to: string[];
                            tryAt: string;
                        }[];
                    };
                };
            };
        };
    };
    postDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    customerId: string;
                    deliveryNote?: string;
                    instalments: {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        dueOn: string;
                    }[];
                    issuedOn: string;
                    /** @enum {string} */
                    kind: "invoice" | "debit_note" | "chargeback" | "credit_note" | "on_account_credit" | "receipt";
                    note?: string;
                    number: string;
                    orderNumber?: string;
                    purchaseOrder?: string;
                    reference?: string;
                    terms?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        itemIds: string[];
                        pendingId: string | null;
                        /** @enum {string} */
                        state: "done" | "pending";
                    };
                };
            };
        };
    };
    getDunningPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acts: number;
                        asked: components["schemas"]["Money"];
                        /** @description The day through which the bank tells who has paid */
                        bankDataOn: string | null;
                        /** @description Those with the most at stake first */
                        customers: components["schemas"]["DunningPreviewCustomer"][];
                        customersKnown: number;
                        customersLeftOff: number;
                        held: components["schemas"]["Money"];
                        heldItems: number;
                        items: number;
                        letters: number;
                        /** @description 0: no strategy holds, nothing would be sent */
                        strategyNumber: number;
                        sums: {
                            actions: {
                                amount: components["schemas"]["Money"];
                                /** @enum {string} */
                                channel: "mail" | "person";
                                count: number;
                                items: number;
                                /** @description The text of a letter, or what a person is to do */
                                what: string;
                            }[];
                            held: {
                                amount: components["schemas"]["Money"];
                                items: number;
                                /** @enum {string} */
                                reason: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
                            }[];
                        };
                    };
                };
            };
        };
    };
    getDunningRuns: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["DunningRun"][];
                    };
                };
            };
        };
    };
    postDunningRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getDunningRunsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: components["schemas"]["DunningRun"];
                        sums: {
                            actions: {
                                amount: components["schemas"]["Money"];
                                /** @enum {string} */
                                channel: "mail" | "person";
                                count: number;
                                items: number;
                                /** @description The text of a letter, or what a person is to do */
                                what: string;
                            }[];
                            held: {
                                amount: components["schemas"]["Money"];
                                items: number;
                                /** @enum {string} */
                                reason: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
                            }[];
                        };
                    };
                };
            };
        };
    };
    getDunningRunsByIdActions: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["DunningAction"][];
                    };
                };
            };
        };
    };
    postDunningRunsByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getDunningRunsByIdHeld: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                reason?: "bank_data_stale" | "customer_hold" | "item_hold" | "credits_cover" | "item_small" | "customer_small" | "no_address" | "quiet_days" | "daily_cap";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["DunningHeld"][];
                    };
                };
            };
        };
    };
    postDunningRunsByIdResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getDunningSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Who gets calls and escalations as tasks; without one they are only listed */
                        actsTo: string | null;
                        /** @description Of the day in the company’s time zone: 540 is nine o’clock */
                        atMinute: number;
                        isOn: boolean;
                        /** @description 1 is Monday */
                        weekdays: number[];
                    };
                };
            };
        };
    };
    putDunningSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who gets calls and escalations as tasks; without one they are only listed */
                    actsTo: string | null;
                    /** @description Of the day in the company’s time zone: 540 is nine o’clock */
                    atMinute: number;
                    isOn: boolean;
                    /** @description 1 is Monday */
                    weekdays: number[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of all; the rows are the surest */
                        count: number;
                        rows: {
                            /** @description 1 to 100 */
                            confidence: number;
                            evidence: {
                                /** @enum {string} */
                                kind: "tax_number" | "account" | "name" | "country" | "email_domain" | "email";
                                value: string;
                            }[];
                            first: components["schemas"]["Customer"];
                            second: components["schemas"]["Customer"];
                        }[];
                    };
                };
            };
        };
    };
    postDuplicatesDistinct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    firstId: string;
                    /** @default null */
                    reason?: string | null;
                    /** Format: uuid */
                    secondId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getEntriesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: components["schemas"]["Money"];
                        effectiveOn: string;
                        id: string;
                        kind: string;
                        postings: components["schemas"]["Posting"][];
                        reason: string | null;
                        recordedAt: string;
                        recordedBy: string;
                        /** @description Entries that undid it, wholly or in part */
                        reversedBy: string[];
                        reverses: string | null;
                        undone: components["schemas"]["Money"];
                    };
                };
            };
        };
    };
    postEntriesByIdReversal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A part of the entry’s amount; all that is left when absent */
                    amount?: {
                        amount: string;
                        currency: string;
                    };
                    /** @description The entry’s own day when absent; a bounced payment says its own */
                    effectiveOn?: string;
                    reason: string;
                    /** @default false */
                    withDependents?: boolean;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        itemIds: string[];
                        pendingId: string | null;
                        /** @enum {string} */
                        state: "done" | "pending";
                    };
                };
            };
        };
    };
    getExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            currency: string;
                            quotedOn: string;
                            rate: string;
                        }[];
                    };
                };
            };
        };
    };
    postExchangeRates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    quotedOn: string;
                    rate: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postHoldsByIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getHolidayLibrary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        countries: {
                            code: string;
                            name: string;
                        }[];
                        library: {
                            license: string;
                            name: string;
                            url: string;
                        };
                    };
                };
            };
        };
    };
    getHolidayLibraryByCountry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                country: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        regions: {
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    postHolidayLists: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @default null */
                    country?: string | null;
                    name: string;
                    /** @default null */
                    region?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        country: string | null;
                        name: string;
                        region: string | null;
                    };
                };
            };
        };
    };
    getHolidayListsByCodeDays: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                code: string;
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isLikelyWhole: boolean;
                        rows: components["schemas"]["Holiday"][];
                    };
                };
            };
        };
    };
    postHolidayListsByCodeDays: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    days: {
                        day: string;
                        /**
                         * @description ordinary: worked as usual, and stays so when the library says otherwise
                         * @enum {string}
                         */
                        effect: "closed" | "half" | "working" | "ordinary";
                        /** @default null */
                        fromMinute?: number | null;
                        /**
                         * @default own
                         * @enum {string}
                         */
                        kind?: "public" | "bank" | "optional" | "own";
                        name: string;
                        /** @default null */
                        untilMinute?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
        };
    };
    putHolidayListsByCodeDaysByDay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
                /** @description The company's code */
                company: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description ordinary: worked as usual, and stays so when the library says otherwise
                     * @enum {string}
                     */
                    effect: "closed" | "half" | "working" | "ordinary";
                    /** @default null */
                    fromMinute?: number | null;
                    /**
                     * @default own
                     * @enum {string}
                     */
                    kind?: "public" | "bank" | "optional" | "own";
                    name: string;
                    /** @default null */
                    untilMinute?: number | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postHolidayListsByCodeYearsByYearCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
                /** @description The company's code */
                company: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postHolidayListsByCodeYearsByYearSeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
                /** @description The company's code */
                company: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Days that are new or other than before */
                        changed: number;
                        /** @description false: the library knows too few days of the country; add the others */
                        isLikelyWhole: boolean;
                        known: number;
                    };
                };
            };
        };
    };
    getHuddle: {
        parameters: {
            query?: {
                /** @description Only the customers of this person’s portfolio */
                owner?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Huddle"];
                };
            };
        };
    };
    getHuddleLines: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                figure: "cash_by_itself" | "cash_by_people" | "cash_waiting" | "contacts" | "promises_made" | "promises_kept" | "promises_broken" | "promises_due" | "promises_open" | "escalations" | "held";
                /** @description The last working day when absent */
                from?: string;
                limit?: number;
                /** @description Only the customers of this person’s portfolio */
                owner?: string;
                /** @description Yesterday when absent */
                until?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["HuddleLine"][];
                    };
                };
            };
        };
    };
    getImportMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mappings: components["schemas"]["SavedMapping"][];
                    };
                };
            };
        };
    };
    putImportMappingsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Such as "SAP DE daily" */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMapping"];
                };
            };
        };
    };
    deleteImportMappingsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Import"][];
                    };
                };
            };
        };
    };
    postImports: {
        parameters: {
            query?: {
                /** @description Found from the file when absent */
                kind?: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement";
            };
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        bytes: number;
                        /** @description This very file came before: this is its import */
                        cameBefore: boolean;
                        changed: number;
                        /** @description Why the last step failed, and what to do */
                        error: string | null;
                        errorCode: string | null;
                        /** @description What the refusal names: a day, entries, another file */
                        errorDetails: {
                            [key: string]: unknown;
                        } | null;
                        /** @description The first values of each column */
                        examples: string[][];
                        fileName: string;
                        header: string[];
                        id: string;
                        /** @enum {string} */
                        kind: "customers" | "contacts" | "items" | "receipts" | "notes" | "promises" | "remittance" | "statement";
                        /** @description Rows that were not asked for: another company, blank, no receipt */
                        leftOut: number;
                        mapping: (components["schemas"]["ImportMapping"] | components["schemas"]["StatementMapping"]) | null;
                        /** @description Customers that only the items name, and that come with them */
                        newCustomers: number;
                        postedAt: string | null;
                        problemCount: number;
                        /** @description Equal problems as one, refusals first; none in lists */
                        problemGroups: components["schemas"]["ImportProblemGroup"][];
                        questions: {
                            choices: string[];
                            code: string;
                            field: string;
                            /** @description Nothing can be read before it is answered */
                            isBlocking: boolean;
                            message: string;
                        }[];
                        refused: number;
                        rowsDone: number;
                        rowsKnown: number | null;
                        sha256: string;
                        /** @description The sheets of a workbook */
                        sheets: string[];
                        /** @description The day of which the file lists all open items; null: it only adds */
                        snapshotOn: string | null;
                        /** @description The source whose saved mapping was used */
                        sourceName: string | null;
                        /** @description Of a bank’s file: its first statements; none in lists */
                        statements: components["schemas"]["StatementReview"][];
                        /** @enum {string} */
                        status: "reading" | "preview" | "posting" | "posted" | "failed" | "undoing" | "undone" | "discarded";
                        unchanged: number;
                        undoneAt: string | null;
                        uploadedAt: string;
                        uploadedBy: string;
                    };
                };
            };
        };
    };
    getImportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    postImportsByIdAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    postImportsByIdDiscard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getImportsByIdEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    getImportsByIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    putImportsByIdMapping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportMappingInput"] | components["schemas"]["StatementMappingInput"];
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    postImportsByIdPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `all`: one refused row keeps the whole file out
                     * @enum {string}
                     */
                    rows: "all" | "good";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getImportsByIdProblems: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: {
                            code: string;
                            field: string | null;
                            /** @description The row is taken all the same */
                            isNote: boolean;
                            message: string;
                            /** @description What the message is filled with */
                            parameters: {
                                [key: string]: unknown;
                            };
                            row: number;
                        }[];
                    };
                };
            };
        };
    };
    postImportsByIdRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getImportsByIdRefused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    getImportsByIdRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        release: components["schemas"]["StatementRelease"] | null;
                        /** @description Of the statements as they are now; null when all foot */
                        seen: string | null;
                    };
                };
            };
        };
    };
    postImportsByIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postImportsByIdReleaseDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isGiven: boolean;
                    seen: string;
                    /** @default null */
                    words?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getImportsByIdRows: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                outcome?: "added" | "changed" | "unchanged" | "refused";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: {
                            fields: {
                                [key: string]: string;
                            };
                            label: string;
                            /** @enum {string} */
                            outcome: "added" | "changed" | "unchanged" | "refused";
                            row: number;
                        }[];
                    };
                };
            };
        };
    };
    postImportsByIdShareAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    putImportsByIdSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null: the file only adds */
                    listedOn: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    putImportsByIdSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Such as "SAP DE daily" */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMapping"];
                };
            };
        };
    };
    postImportsByIdUndo: {
        parameters: {
            query?: {
                reason?: string;
                /** @description Undo what was applied to its items too */
                withDependents?: string;
            };
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    getImportsByIdUndoObstacles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoObstacles"];
                };
            };
        };
    };
    getInterestProposals: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Half years without a reference rate: the one before is used */
                        missingRates: string[];
                        next: string | null;
                        rows: components["schemas"]["InterestProposal"][];
                    };
                };
            };
        };
    };
    getInterestTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        dayCount: "act365" | "act360";
                        fee: components["schemas"]["Money"];
                        fromOn: string;
                        graceDays: number;
                        minimum: components["schemas"]["Money"];
                        noteDueDays: number;
                        /** @description 0: none was set; nothing is asked */
                        number: number;
                        /** @description Points on the reference rate, or the whole rate: 80000 is 8 % */
                        rateE4: number;
                        rates: {
                            rateE4: number;
                            validFrom: string;
                        }[];
                        reason: string | null;
                        /** @enum {string} */
                        scheme: "none" | "reference" | "contract";
                        setAt: string | null;
                        setByName: string | null;
                    };
                };
            };
        };
    };
    putInterestTerms: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    dayCount: "act365" | "act360";
                    fee: {
                        amount: string;
                        currency: string;
                    };
                    fromOn: string;
                    graceDays: number;
                    minimum: {
                        amount: string;
                        currency: string;
                    };
                    noteDueDays: number;
                    /** @description Points on the reference rate, or the whole rate: 80000 is 8 % */
                    rateE4: number;
                    reason: string;
                    /** @enum {string} */
                    scheme: "none" | "reference" | "contract";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    getItemChanges: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only of this file */
                import?: string;
                limit?: number;
                status?: "proposed" | "accepted" | "rejected" | "superseded";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ItemChange"][];
                    };
                };
            };
        };
    };
    getItemChangesByIdPostings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            account: string;
                            amount: components["schemas"]["Money"];
                            customerName: string | null;
                            dueOn: string | null;
                            effectiveOn: string;
                            itemNumber: string | null;
                        }[];
                    };
                };
            };
        };
    };
    postItemChangesAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: number;
                    };
                };
            };
        };
    };
    postItemChangesReject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getItems: {
        parameters: {
            query: {
                search: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Item"][];
                    };
                };
            };
        };
    };
    getItemsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
        };
    };
    postItemsByIdAdjustments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: {
                        amount: string;
                        currency: string;
                    };
                    effectiveOn?: string;
                    /** @enum {string} */
                    kind: "cash_discount" | "small_difference" | "deduction" | "write_off" | "bank_fee" | "withholding_tax" | "refund" | "suspense" | "unclaimed_credit";
                    note?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        itemIds: string[];
                        pendingId: string | null;
                        /** @enum {string} */
                        state: "done" | "pending";
                    };
                };
            };
        };
    };
    getItemsByIdCustomValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            fieldId: string;
                            setAt: string;
                            setByName: string;
                            value: string;
                        }[];
                    };
                };
            };
        };
    };
    putItemsByIdCustomValues: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postItemsByIdDueDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dueOn: string;
                    effectiveOn?: string;
                    note?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        itemIds: string[];
                        pendingId: string | null;
                        /** @enum {string} */
                        state: "done" | "pending";
                    };
                };
            };
        };
    };
    getItemsByIdHolds: {
        parameters: {
            query?: {
                /** @description Those that are over, too */
                ended?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Hold"][];
                    };
                };
            };
        };
    };
    postItemsByIdHolds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: {
                        amount: string;
                        currency: string;
                    };
                    /** @enum {string} */
                    kind: "dispute" | "quiet_period" | "other";
                    reason: string;
                    untilOn?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    getItemsByIdPostings: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: components["schemas"]["Money"];
                        rows: components["schemas"]["Posting"][];
                    };
                };
            };
        };
    };
    postItemsByIdTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: {
                        amount: string;
                        currency: string;
                    };
                    effectiveOn?: string;
                    reason: string;
                    /** @description The code of a company that you work in, too */
                    toCompany: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventId: string;
                        isPaired: boolean;
                    };
                };
            };
        };
    };
    getJournals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            exportedAt: string;
                            number: string;
                            postings: number;
                            total: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
        };
    };
    postJournals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        journal: {
                            lines: {
                                account: string;
                                credit: components["schemas"]["Money"];
                                currency: string;
                                date: string;
                                debit: components["schemas"]["Money"];
                                functional: components["schemas"]["Money"];
                                glCode: string;
                                name: string;
                            }[];
                            number: string;
                            throughRecordedAt: string;
                        } | null;
                    };
                };
            };
        };
    };
    getJournalsByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            account: string;
                            credit: components["schemas"]["Money"];
                            currency: string;
                            date: string;
                            debit: components["schemas"]["Money"];
                            functional: components["schemas"]["Money"];
                            glCode: string;
                            name: string;
                        }[];
                        number: string;
                        throughRecordedAt: string;
                    };
                };
            };
        };
    };
    getLetterSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bic: string | null;
                        iban: string | null;
                        payeeName: string;
                        signature: string;
                    };
                };
            };
        };
    };
    putLetterSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bic: string | null;
                    iban: "" | string | null;
                    /** @description 70 characters is what a payment carries */
                    payeeName: string;
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bic: string | null;
                        iban: string | null;
                        payeeName: string;
                        signature: string;
                    };
                };
            };
        };
    };
    postLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @default [] */
                    cc?: {
                        address: string;
                        /** @default null */
                        name?: string | null;
                    }[];
                    /** Format: uuid */
                    conversationId?: string;
                    customerId: string | null;
                    /** @default [] */
                    itemIds?: string[];
                    /** @enum {string} */
                    language: "en" | "it" | "de" | "fr" | "es";
                    /** Format: uuid */
                    mailboxId?: string;
                    subject: string;
                    /** @default null */
                    template?: {
                        /** @description The statement that goes with it; absent: as usual for its purpose */
                        attached?: ("pdf" | "xlsx")[];
                        /** @enum {string} */
                        language: "en" | "it" | "de" | "fr" | "es";
                        number: number;
                        /** @enum {string} */
                        purpose: "pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4" | "promise_confirmation" | "promise_broken" | "payment_question" | "thanks" | "dispute_received" | "meeting_invitation";
                    } | null;
                    to: {
                        address: string;
                        /** @default null */
                        name?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversationId: string;
                        id: string;
                    };
                };
            };
        };
    };
    postLettersDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    contactId?: string;
                    /** Format: uuid */
                    customerId: string;
                    facts?: {
                        [key: string]: string;
                    };
                    itemIds?: string[];
                    /** @enum {string} */
                    language?: "en" | "it" | "de" | "fr" | "es";
                    /** @enum {string} */
                    purpose: "pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4" | "promise_confirmation" | "promise_broken" | "payment_question" | "thanks" | "dispute_received" | "meeting_invitation";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description [[items]] and [[payment]] stand where the tables go */
                        body: string;
                        itemIds: string[];
                        /** @enum {string} */
                        language: "en" | "it" | "de" | "fr" | "es";
                        subject: string;
                        template: {
                            /** @description The statement that goes with it; absent: as usual for its purpose */
                            attached?: ("pdf" | "xlsx")[];
                            /** @enum {string} */
                            language: "en" | "it" | "de" | "fr" | "es";
                            number: number;
                            /** @enum {string} */
                            purpose: "pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4" | "promise_confirmation" | "promise_broken" | "payment_question" | "thanks" | "dispute_received" | "meeting_invitation";
                        };
                    };
                };
            };
        };
    };
    postLettersPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    customerId: string | null;
                    /** @default [] */
                    itemIds?: string[];
                    /** @enum {string} */
                    language: "en" | "it" | "de" | "fr" | "es";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: string;
                        paymentReference: string | null;
                        text: string;
                    };
                };
            };
        };
    };
    getMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Mailbox"][];
                    };
                };
            };
        };
    };
    postMailboxes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /**
                     * @description The name in the Authentication-Results of the receiving server
                     * @default null
                     */
                    authority?: string | null;
                    /**
                     * @description The server takes mail for name+anything@domain
                     * @default false
                     */
                    hasAddressTokens?: boolean;
                    imap: {
                        /** @default INBOX */
                        folder?: string;
                        host: string;
                        passwordFrom: string;
                        port: number;
                        /**
                         * @description `none` sends everything in the clear: only within one machine
                         * @enum {string}
                         */
                        security: "tls" | "starttls" | "none";
                        /**
                         * @description Where the server keeps what was sent
                         * @default null
                         */
                        sentFolder?: string | null;
                        user: string;
                    } | null;
                    /** @default false */
                    isDefault?: boolean;
                    /** @default true */
                    isEnabled?: boolean;
                    /** @description As recipients see it */
                    name: string;
                    smtp: {
                        host: string;
                        /** @description The setting of the server that holds the password */
                        passwordFrom: string | null;
                        port: number;
                        /**
                         * @description `none` sends everything in the clear: only within one machine
                         * @enum {string}
                         */
                        security: "tls" | "starttls" | "none";
                        /** @description Null: without signing in */
                        user: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    putMailboxesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /**
                     * @description The name in the Authentication-Results of the receiving server
                     * @default null
                     */
                    authority?: string | null;
                    /**
                     * @description The server takes mail for name+anything@domain
                     * @default false
                     */
                    hasAddressTokens?: boolean;
                    imap: {
                        /** @default INBOX */
                        folder?: string;
                        host: string;
                        passwordFrom: string;
                        port: number;
                        /**
                         * @description `none` sends everything in the clear: only within one machine
                         * @enum {string}
                         */
                        security: "tls" | "starttls" | "none";
                        /**
                         * @description Where the server keeps what was sent
                         * @default null
                         */
                        sentFolder?: string | null;
                        user: string;
                    } | null;
                    /** @default false */
                    isDefault?: boolean;
                    /** @default true */
                    isEnabled?: boolean;
                    /** @description As recipients see it */
                    name: string;
                    smtp: {
                        host: string;
                        /** @description The setting of the server that holds the password */
                        passwordFrom: string | null;
                        port: number;
                        /**
                         * @description `none` sends everything in the clear: only within one machine
                         * @enum {string}
                         */
                        security: "tls" | "starttls" | "none";
                        /** @description Null: without signing in */
                        user: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    deleteMailboxesById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postMailboxesCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        notSent: number;
                        received: number;
                        sent: number;
                    };
                };
            };
        };
    };
    getMentions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            mentionedAt: string;
                            mentionedByName: string;
                            /** Format: uuid */
                            taskId: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    postMentionsByIdSeen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            duplicateId: string;
                            duplicateName: string;
                            duplicateNumber: string;
                            id: string;
                            mergedAt: string;
                            mergedByName: string;
                            reason: string | null;
                            survivorId: string;
                            survivorName: string;
                            survivorNumber: string;
                            undoneAt: string | null;
                            undoneByName: string | null;
                            undoReason: string | null;
                        }[];
                    };
                };
            };
        };
    };
    postMerges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    duplicateId: string;
                    /** @default null */
                    reason?: string | null;
                    /** Format: uuid */
                    survivorId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postMergesByIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMessageTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            body: string;
                            changedAt: string | null;
                            changedBy: string | null;
                            /** @enum {string} */
                            language: "en" | "it" | "de" | "fr" | "es";
                            /** @description 0: the text that comes with the product */
                            number: number;
                            /** @enum {string} */
                            purpose: "pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4" | "promise_confirmation" | "promise_broken" | "payment_question" | "thanks" | "dispute_received" | "meeting_invitation";
                            subject: string;
                        }[];
                        /** @description By purpose: each variable with an example */
                        variables: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    putMessageTemplatesByPurposeByLanguage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                language: "en" | "it" | "de" | "fr" | "es";
                purpose: "pre_due" | "statement" | "notice_1" | "notice_2" | "notice_3" | "notice_4" | "promise_confirmation" | "promise_broken" | "payment_question" | "thanks" | "dispute_received" | "meeting_invitation";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: {
                        body: string;
                        subject: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    getMessagesByIdAttachmentsByNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    postMessagesByIdDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "was_sent" | "send_again" | "give_up";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMessagesByIdHtml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blockedPictures: number;
                        html: string | null;
                    };
                };
            };
        };
    };
    getMessagesByIdWhole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    putName: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    getNewCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            customerId: string | null;
                            decidedAt: string | null;
                            decidedByName: string | null;
                            dueOn: string | null;
                            invoicedOn: string | null;
                            invoiceItemId: string | null;
                            invoiceNumber: string | null;
                            invoiceReceivedAt: string | null;
                            name: string;
                            number: string;
                            paidOn: string | null;
                            requestedAt: string;
                            requestedByName: string;
                            requestId: string;
                            waitsFor: ("decision" | "first_invoice" | "invoice_received" | "first_payment") | null;
                        }[];
                    };
                };
            };
        };
    };
    getPendingActs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            createdAt: string;
                            effectiveOn: string;
                            id: string;
                            kind: string;
                        }[];
                    };
                };
            };
        };
    };
    postPendingActsByIdWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPeople: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Person"][];
                    };
                };
            };
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @default en */
                    locale?: string;
                    name: string;
                    roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: components["schemas"]["Person"];
                        /** @description Null when the person has an account already */
                        signInLink: components["schemas"]["SignInLink"] | null;
                    };
                };
            };
        };
    };
    postPeopleByIdDisable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    postPeopleByIdEnable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    putPeopleByIdRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: ("collections_analyst" | "cash_analyst" | "dispute_analyst" | "manager" | "expert" | "auditor" | "api_client")[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"] | null;
                };
            };
        };
    };
    postPeopleByIdSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
        };
    };
    getPeriods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** @description What stands in the way of closing the next period */
                            blockers: {
                                code: string;
                                message: string;
                                parameters: {
                                    [key: string]: number | string | string[];
                                };
                            }[];
                            closedAt: string | null;
                            month: string;
                            /** @enum {string} */
                            status: "open" | "closing" | "closed";
                        }[];
                    };
                };
            };
        };
    };
    postPeriodsByMonthClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPeriod"];
                };
            };
        };
    };
    postPeriodsByMonthClosing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPeriodsByMonthControlTotals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPeriod"];
                };
            };
        };
    };
    postPeriodsByMonthRevaluation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                    };
                };
            };
        };
    };
    getPortfolioMoves: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: {
                            customerCount: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "hand" | "rebalance";
                            madeAt: string;
                            madeByName: string;
                            reason: string;
                            undoneAt: string | null;
                            undoneByName: string | null;
                            untilOn: string | null;
                        }[];
                    };
                };
            };
        };
    };
    postPortfolioMoves: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerIds: string[];
                    ownerId: string | null;
                    reason: string;
                    untilOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    postPortfolioMovesByIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPortfolioRules: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["PortfolioRules"][];
                    };
                };
            };
        };
    };
    postPortfolioRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Who has those for whom no rule fits
                     */
                    defaultOwnerId: string;
                    reason: string;
                    /** @description In order: the first that fits counts */
                    rules: {
                        conditions: ({
                            /** @description In any case; the empty text stands for customers without one */
                            anyOf: string[];
                            /** @enum {string} */
                            attribute: "channel" | "segment" | "country" | "language" | "tier" | "risk";
                            /** @enum {string} */
                            kind: "text";
                        } | {
                            anyOf: string[];
                            /** @enum {string} */
                            kind: "tags";
                        } | {
                            from: string;
                            /** @enum {string} */
                            kind: "name";
                            /** @description Takes in all names that begin with it */
                            to: string;
                        } | {
                            below: {
                                amount: string;
                                currency: string;
                            } | null;
                            from: {
                                amount: string;
                                currency: string;
                            } | null;
                            /** @enum {string} */
                            kind: "balance";
                        })[];
                        name: string;
                        /** Format: uuid */
                        ownerId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    postPortfolioRulesByNumberRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    postPortfolioRulesPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Who has those for whom no rule fits
                     */
                    defaultOwnerId: string;
                    /** @description In order: the first that fits counts */
                    rules: {
                        conditions: ({
                            /** @description In any case; the empty text stands for customers without one */
                            anyOf: string[];
                            /** @enum {string} */
                            attribute: "channel" | "segment" | "country" | "language" | "tier" | "risk";
                            /** @enum {string} */
                            kind: "text";
                        } | {
                            anyOf: string[];
                            /** @enum {string} */
                            kind: "tags";
                        } | {
                            from: string;
                            /** @enum {string} */
                            kind: "name";
                            /** @description Takes in all names that begin with it */
                            to: string;
                        } | {
                            below: {
                                amount: string;
                                currency: string;
                            } | null;
                            from: {
                                amount: string;
                                currency: string;
                            } | null;
                            /** @enum {string} */
                            kind: "balance";
                        })[];
                        name: string;
                        /** Format: uuid */
                        ownerId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioPreview"];
                };
            };
        };
    };
    getPortfolios: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        covers: {
                            /** Format: uuid */
                            coverId: string;
                            coverName: string;
                            /** Format: uuid */
                            personId: string;
                            personName: string;
                        }[];
                        rows: {
                            collectable: components["schemas"]["Money"];
                            contacts: number;
                            customers: number;
                            isAway: boolean;
                            open: components["schemas"]["Money"];
                            /** Format: uuid */
                            ownerId: string;
                            ownerName: string;
                            withOpen: number;
                        }[];
                    };
                };
            };
        };
    };
    putPortfoliosCoversById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    coverId: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPortfoliosCustomersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        cause: "rule" | "hand" | "rest";
                        /** Format: uuid */
                        customerId: string;
                        movedByName: string | null;
                        moveId: string | null;
                        moveReason: string | null;
                        /** Format: uuid */
                        ownerId: string;
                        ownerName: string;
                        ruleName: string | null;
                        rulesNumber: number;
                        untilOn: string | null;
                    };
                };
            };
        };
    };
    postPortfoliosLevel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the preview */
                    fingerprint: string;
                    /**
                     * @description customers with something open, their open amount, contacts needed
                     * @enum {string}
                     */
                    measure: "customers" | "amount" | "contacts";
                    people: string[];
                    reason: string;
                    untilOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    postPortfoliosLevelPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description customers with something open, their open amount, contacts needed
                     * @enum {string}
                     */
                    measure: "customers" | "amount" | "contacts";
                    people: string[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioPreview"];
                };
            };
        };
    };
    getPostingAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["PostingAccount"][];
                    };
                };
            };
        };
    };
    putPostingAccountsByAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                account: string;
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    glCode: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostingAccount"];
                };
            };
        };
    };
    getPromisePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromisePolicy"];
                };
            };
        };
    };
    putPromisePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    countsBusinessDays: boolean;
                    reason: string;
                    /** @description 100 is one per cent */
                    toleranceBasisPoints: number;
                    toleranceDays: number;
                    toleranceMax: {
                        amount: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    getPromises: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                /** @description due: promised by this day, today when absent; broken: since this day, the last business day when absent */
                day?: string;
                limit?: number;
                list?: "due" | "open" | "broken";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Promise"][];
                    };
                };
            };
        };
    };
    getPromisesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activityId: string | null;
                        amount: components["schemas"]["Money"];
                        /** @enum {string} */
                        channel: "call" | "mail" | "meeting" | "letter" | "portal" | "other";
                        contactId: string | null;
                        contactName: string | null;
                        customerId: string;
                        customerName: string;
                        customerNumber: string;
                        /** @description The last day that counts as in time */
                        deadlineOn: string;
                        id: string;
                        inTime: components["schemas"]["Money"];
                        /** @description Null: of the account as a whole */
                        itemNumbers: string[] | null;
                        judgements: {
                            actorName: string;
                            asOf: string;
                            /** @description made, posting, day or withdrawal */
                            cause: string;
                            /** @description Of a posting: the entry that the change followed */
                            entryId: string | null;
                            inTime: components["schemas"]["Money"];
                            judgedAt: string;
                            late: components["schemas"]["Money"];
                            number: number;
                            /** @enum {string} */
                            state: "open" | "kept" | "partly_kept" | "broken" | "withdrawn";
                        }[];
                        lastMoneyOn: string | null;
                        late: components["schemas"]["Money"];
                        madeAt: string;
                        madeBy: string;
                        /** @description Who wrote it down */
                        madeByName: string;
                        note: string | null;
                        part: number;
                        /** @description Of its plan; 1 of a promise alone */
                        parts: number;
                        planId: string | null;
                        promisedOn: string;
                        /** @enum {string} */
                        state: "open" | "kept" | "partly_kept" | "broken" | "withdrawn";
                        /** @description The day it came to stand so */
                        stateOn: string;
                        tolerance: components["schemas"]["Money"];
                        withdrawnByName: string | null;
                        withdrawnReason: string | null;
                    };
                };
            };
        };
    };
    postPromisesByIdWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        withdrawn: number;
                    };
                };
            };
        };
    };
    getPromisesCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Broken or partly kept since `brokenSince`, by currency */
                        broken: {
                            amount: components["schemas"]["Money"];
                            customers: number;
                            promises: number;
                        }[];
                        brokenSince: string;
                        /** @description Open and promised by today, by currency */
                        due: {
                            amount: components["schemas"]["Money"];
                            customers: number;
                            promises: number;
                        }[];
                    };
                };
            };
        };
    };
    getReceiptClaims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ReceiptClaim"][];
                    };
                };
            };
        };
    };
    getReceiptQueues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptQueues"];
                };
            };
        };
    };
    getReceipts: {
        parameters: {
            query?: {
                bookedFrom?: string;
                bookedTo?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only what is explained this way */
                explanation?: string;
                limit?: number;
                /** @description Only what asks this */
                question?: string;
                queue?: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
                search?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            exceptions: number;
                            posted: number;
                            to_confirm: number;
                            unapplied: number;
                            unidentified: number;
                        };
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ReceiptRow"][];
                    };
                };
            };
        };
    };
    getReceiptsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
        };
    };
    postReceiptsByIdAnswer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postReceiptsByIdApply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allocations: {
                        /** @description In the item’s currency; below zero on a netted credit */
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        itemId: string;
                        /** @description What of the receipt pays it, when it is in another currency */
                        receiptAmount?: {
                            amount: string;
                            currency: string;
                        };
                    }[];
                    /** Format: uuid */
                    customerId: string;
                    /** @description What the customer took off; several on one item split it over reasons */
                    deductions?: {
                        /** @description Above zero, in the item’s currency */
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        itemId: string;
                        note?: string;
                        /** @enum {string} */
                        reason: "cash_discount" | "unearned_discount" | "bank_fee" | "small_difference" | "withholding_tax" | "damage" | "shortage" | "returns" | "pricing" | "promotion" | "freight" | "late_delivery" | "unspecified";
                        /** @description The customer’s own code and words */
                        stated?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        /**
                         * @description Where the receipt stands now
                         * @enum {string}
                         */
                        queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
                        receiptId: string;
                    };
                };
            };
        };
    };
    postReceiptsByIdClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptClaim"];
                };
            };
        };
    };
    postReceiptsByIdConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The number of the proposal that was seen; another one is refused */
                    decision: number;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        /**
                         * @description Where the receipt stands now
                         * @enum {string}
                         */
                        queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
                        receiptId: string;
                    };
                };
            };
        };
    };
    getReceiptsByIdItems: {
        parameters: {
            query: {
                /** @description Items in the receipt’s currency, or in others */
                currency?: "receipt" | "other";
                search: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ReceiptCandidate"][];
                    };
                };
            };
        };
    };
    postReceiptsByIdNotOurs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        /**
                         * @description Where the receipt stands now
                         * @enum {string}
                         */
                        queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
                        receiptId: string;
                    };
                };
            };
        };
    };
    postReceiptsByIdOnAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    customerId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        /**
                         * @description Where the receipt stands now
                         * @enum {string}
                         */
                        queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
                        receiptId: string;
                    };
                };
            };
        };
    };
    postReceiptsByIdQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    body: string;
                    /** @description null while nobody knows whose money it is */
                    customerId: string | null;
                    language: string;
                    questionCode: string | null;
                    subject: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postReceiptsByIdReferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    references: string[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Open and settled, in the receipt’s currency */
                        items: components["schemas"]["ReceiptCandidate"][];
                        references: {
                            itemIds: string[];
                            reference: string;
                        }[];
                    };
                };
            };
        };
    };
    postReceiptsByIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postReceiptsByIdTakeOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptClaim"];
                };
            };
        };
    };
    postReceiptsByIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only what it pays on these items: the rest is applied again as it was */
                    itemIds?: string[];
                    /** @default undone */
                    reason?: string;
                    /**
                     * @description The receipt does not pay these items: never propose them again
                     * @default false
                     */
                    wasWrong?: boolean;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entryIds: string[];
                        /** @description What happened to the receipt and was not undone, such as a refund */
                        kept: {
                            entryId: string;
                            kind: string;
                        }[];
                        /**
                         * @description Where the receipt stands now
                         * @enum {string}
                         */
                        queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
                        receiptId: string;
                        restored: {
                            itemId: string;
                            number: string;
                            open: components["schemas"]["Money"];
                        }[];
                        /** @description Numbers of the items that it goes on paying */
                        stayed: string[];
                        /** @description Applications and what was posted beside them, each with the day as of which it is undone */
                        undone: {
                            amount: components["schemas"]["Money"];
                            entryId: string;
                            kind: string;
                            undoneOn: string;
                        }[];
                        /** @description Deductions that stand no more */
                        withdrawn: {
                            amount: components["schemas"]["Money"];
                            id: string;
                            itemId: string;
                            number: string;
                            reason: string;
                            /** @enum {string} */
                            treatment: "posted" | "claimed";
                        }[];
                    };
                };
            };
        };
    };
    putReferenceRatesByDay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rateE4: number;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rates: {
                            rateE4: number;
                            validFrom: string;
                        }[];
                    };
                };
            };
        };
    };
    getRefundPayments: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                state?: "due" | "handed_over" | "paid" | "failed" | "cancelled";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        ownAccounts: string[];
                        rows: components["schemas"]["RefundPayment"][];
                    };
                };
            };
        };
    };
    getRefundPaymentsByIdDebitLines: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: {
                            amount: components["schemas"]["Money"];
                            bookedOn: string;
                            id: string;
                            payerName: string | null;
                            saysReference: boolean;
                            text: string;
                        }[];
                    };
                };
            };
        };
    };
    postRefundPaymentsByIdFailure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postRefundPaymentsByIdPaid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    bankLineId?: string | null;
                    /** @default null */
                    words?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postRefundPaymentsByIdRepetition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postRefundPaymentsLists: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        listId: string;
                    };
                };
            };
        };
    };
    getRefundPaymentsListsByIdFile: {
        parameters: {
            query?: {
                /** @description Ours, from which it is paid; needed for pain.001 */
                account?: string;
                format?: "pain001" | "csv";
                /** @description Today when absent */
                payOn?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    getReviewPack: {
        parameters: {
            query?: {
                owner?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPack"];
                };
            };
        };
    };
    getSearch: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: {
                            country: string | null;
                            id: string;
                            name: string;
                            number: string;
                        }[];
                        items: {
                            amount: components["schemas"]["Money"];
                            customerId: string;
                            customerName: string;
                            dueOn: string;
                            /** @enum {string} */
                            foundBy: "number" | "number_end" | "amount";
                            id: string;
                            kind: string;
                            number: string;
                            open: components["schemas"]["Money"];
                        }[];
                        receipts: {
                            amount: components["schemas"]["Money"];
                            bookedOn: string | null;
                            /** @enum {string} */
                            foundBy: "end_to_end" | "reference" | "payer";
                            id: string;
                            number: string;
                            payerName: string | null;
                            reference: string | null;
                            unapplied: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
        };
    };
    getSessions: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customer?: string;
                limit?: number;
                only?: "planned" | "all";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ResolutionSession"][];
                    };
                };
            };
        };
    };
    getSessionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversationId: string | null;
                        customerId: string;
                        customerName: string;
                        endedByName: string | null;
                        endsAt: string;
                        id: string;
                        language: string;
                        madeByName: string;
                        message: string;
                        people: {
                            address: string;
                            contactId: string | null;
                            name: string;
                            personId: string | null;
                        }[];
                        place: string;
                        points: {
                            id: string;
                            /** @enum {string} */
                            kind: "item" | "dispute" | "promise" | "other";
                            minutes: string;
                            outcomes: {
                                /** @enum {string} */
                                kind: "task" | "promise";
                                subjectId: string;
                            }[];
                            subjectId: string | null;
                            title: string;
                        }[];
                        reason: string | null;
                        /** @description How many times those invited were told otherwise */
                        sequence: number;
                        startsAt: string;
                        /** @enum {string} */
                        state: "planned" | "held" | "no_show" | "cancelled";
                        title: string;
                    };
                };
            };
        };
    };
    putSessionsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    contactIds?: string[];
                    /** Format: date-time */
                    endsAt: string;
                    /** @default  */
                    message?: string;
                    /**
                     * @description Colleagues
                     * @default []
                     */
                    personIds?: string[];
                    /**
                     * @description A room, a link, a number to dial
                     * @default
                     */
                    place?: string;
                    /** @default [] */
                    points?: {
                        /**
                         * @description Of a point that stands already
                         * @default null
                         */
                        id?: string | null;
                        /** @enum {string} */
                        kind: "item" | "dispute" | "promise" | "other";
                        /** @default null */
                        subjectId?: string | null;
                        title: string;
                    }[];
                    /** Format: date-time */
                    startsAt: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postSessionsByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postSessionsByIdClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "held" | "no_show";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putSessionsByIdPointsByPointIdMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
                pointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minutes: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postSessionsByIdPointsByPointIdPromises: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
                pointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parts: {
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        promisedOn: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        promiseIds: string[];
                    };
                };
            };
        };
    };
    postSessionsByIdPointsByPointIdTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
                pointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assigneeId: string;
                    due: {
                        on: string;
                    };
                    title: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    postShifts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A day that the first of the cycle stands for: a Monday of a week */
                    anchor: string;
                    cycle: {
                        fromMinute: number;
                        untilMinute: number;
                    }[][];
                    name: string;
                    timeZone: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
        };
    };
    putShiftsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A day that the first of the cycle stands for: a Monday of a week */
                    anchor: string;
                    cycle: {
                        fromMinute: number;
                        untilMinute: number;
                    }[][];
                    name: string;
                    timeZone: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
        };
    };
    deleteShiftsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getStatementAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["StatementAccount"][];
                    };
                };
            };
        };
    };
    getStatementReleases: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["StatementRelease"][];
                    };
                };
            };
        };
    };
    getStrategies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0 while none holds: nothing is sent */
                        inForce: number;
                        /** @description The latest, which holds, first */
                        switches: {
                            number: number;
                            position: number;
                            reason: string;
                            switchedAt: string;
                            switchedByName: string;
                        }[];
                        usual: components["schemas"]["CollectionStrategy"];
                        versions: {
                            number: number;
                            proposedAt: string;
                            proposedByName: string;
                            reason: string;
                            strategies: components["schemas"]["CollectionStrategy"][];
                        }[];
                    };
                };
            };
        };
    };
    postStrategies: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    strategies: components["schemas"]["CollectionStrategyInput"][];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    postStrategiesInForce: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                    };
                };
            };
        };
    };
    getSuppressedAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            address: string;
                            id: string;
                            note: string | null;
                            /** @enum {string} */
                            reason: "bounced" | "complained" | "unsubscribed";
                            since: string;
                        }[];
                    };
                };
            };
        };
    };
    postSuppressedAddressesByIdLift: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTaskEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rule: {
                            /** @description Working minutes that a task may be overdue */
                            afterMinutes: number;
                            /** Format: uuid */
                            toPersonId: string;
                        } | null;
                    };
                };
            };
        };
    };
    putTaskEscalation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Working minutes that a task may be overdue */
                    afterMinutes: number;
                    /** Format: uuid */
                    toPersonId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTasks: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customer?: string;
                dueBefore?: string;
                limit?: number;
                /** @description Words of title and note */
                search?: string;
                status?: "open" | "done" | "cancelled";
                /** @description mine: also what was escalated to you */
                whose?: "mine" | "all";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["Task"][];
                    };
                };
            };
        };
    };
    postTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assigneeId: string;
                    /** @default null */
                    customerId?: string | null;
                    due: {
                        on: string;
                    } | {
                        inHours: number;
                    } | {
                        /** Format: date-time */
                        at: string;
                    };
                    /** @default false */
                    isPinned?: boolean;
                    /**
                     * @description @Name tells that person
                     * @default
                     */
                    note?: string;
                    /** @default null */
                    recurrence?: ({
                        /** @enum {string} */
                        kind: "daily";
                    } | {
                        everyWeeks: number;
                        /** @enum {string} */
                        kind: "weekly";
                        weekdays: number[];
                    } | {
                        day: number;
                        /** @enum {string} */
                        kind: "monthly";
                    } | {
                        /** @enum {string} */
                        kind: "monthly_working_day";
                        nth: number | -1;
                    }) | null;
                    /** @default null */
                    subjectId?: string | null;
                    /** @default null */
                    subjectKind?: ("customer" | "item" | "promise" | "case") | null;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    getTasksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    putTasksById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    assigneeId: string;
                    due: {
                        on: string;
                    } | {
                        inHours: number;
                    } | {
                        /** Format: date-time */
                        at: string;
                    };
                    /** @default false */
                    isPinned?: boolean;
                    /**
                     * @description @Name tells that person
                     * @default
                     */
                    note?: string;
                    /** @default null */
                    recurrence?: ({
                        /** @enum {string} */
                        kind: "daily";
                    } | {
                        everyWeeks: number;
                        /** @enum {string} */
                        kind: "weekly";
                        weekdays: number[];
                    } | {
                        day: number;
                        /** @enum {string} */
                        kind: "monthly";
                    } | {
                        /** @enum {string} */
                        kind: "monthly_working_day";
                        nth: number | -1;
                    }) | null;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTasksByIdChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            action: string;
                            after: unknown;
                            before: unknown;
                            changedAt: string;
                            changedByName: string;
                            /** Format: uuid */
                            id: string;
                        }[];
                    };
                };
            };
        };
    };
    postTasksByIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "done" | "cancelled";
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextId: string | null;
                    };
                };
            };
        };
    };
    postTasksByIdReopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTokens: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["ApiToken"][];
                    };
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 365 */
                    expiresInDays?: number | null;
                    name: string;
                    /**
                     * @default [
                     *       "api_client"
                     *     ]
                     */
                    roles?: ("api_client" | "auditor")[];
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiToken"];
                };
            };
        };
    };
    deleteTokensById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTransfers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["IntercompanyTransfer"][];
                    };
                };
            };
        };
    };
    getVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checked: number;
                        failures: string[];
                        invariant: string;
                        ok: boolean;
                    }[];
                };
            };
        };
    };
    getViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["View"][];
                    };
                };
            };
        };
    };
    postViews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id of the grid */
                    grid: string;
                    /** @description Seen by everybody in the company */
                    isShared: boolean;
                    name: string;
                    /** @description What stands in the address: filters, order, groups, columns */
                    state: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    putViewsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Seen by everybody in the company */
                    isShared: boolean;
                    name: string;
                    /** @description What stands in the address: filters, order, groups, columns */
                    state: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteViewsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWaitingLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["WaitingLine"][];
                    };
                };
            };
        };
    };
    postWaitingLinesByIdPost: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postWaitingLinesByIdSetAside: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWorkAssignments: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["WorkAssignment"][];
                    };
                };
            };
        };
    };
    postWorkAssignments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string;
                    /** Format: uuid */
                    personId: string;
                    /** @default null */
                    shiftId?: string | null;
                    /** @default null */
                    teamId?: string | null;
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkAssignment"];
                };
            };
        };
    };
    postWorkAssignmentsByIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWorkPlan: {
        parameters: {
            query?: {
                days?: number;
                /** @description Today when absent */
                from?: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        people: components["schemas"]["PlannedPerson"][];
                    };
                };
            };
        };
    };
    postWorkTeams: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holidayLists: string[];
                    name: string;
                    /** Format: uuid */
                    shiftId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTeam"];
                };
            };
        };
    };
    putWorkTeamsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holidayLists: string[];
                    name: string;
                    /** Format: uuid */
                    shiftId: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkTeam"];
                };
            };
        };
    };
    deleteWorkTeamsById: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Of one person’s portfolio */
                owner?: string;
                /** @description aside: what somebody set aside until a day */
                show?: "open" | "aside";
                /** @description mine: of one’s own portfolio and of those whom one covers for today */
                whose?: "mine" | "team";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The cursor of the next page; null on the last */
                        next: string | null;
                        rows: components["schemas"]["WorklistEntry"][];
                    };
                };
            };
        };
    };
    postWorklistMarksByIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWorklistByCustomerId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistEntry"];
                };
            };
        };
    };
    postWorklistByCustomerIdContacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Back on the list then; null: stays on it */
                    backOn?: string | null;
                    /** @default null */
                    contactId?: string | null;
                    /** @default null */
                    durationSeconds?: number | null;
                    /** @enum {string} */
                    kind: "note" | "mail" | "meeting" | "letter";
                    /** @default null */
                    outcome?: ("reached" | "promised" | "disputed" | "refused" | "no_answer") | null;
                    /** @default  */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        activityId: string;
                        markId: string | null;
                    };
                };
            };
        };
    };
    postWorklistByCustomerIdMarks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made by the caller, fresh for each command. Sent again, it returns the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The company's code */
                company: string;
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of what is snoozed; tomorrow when absent */
                    backOn?: string | null;
                    /** @enum {string} */
                    kind: "done" | "snoozed";
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    getWorklistCallWindows: {
        parameters: {
            query: {
                /** @description Their ids, with commas between */
                customers: string;
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            customerId: string;
                            timeZone: string;
                            /** @description The one open now or the next; null: none within a week */
                            window: {
                                from: string;
                                isNow: boolean;
                                until: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    getWorklistChanges: {
        parameters: {
            query?: {
                /** @description Of one person’s portfolio */
                owner?: string;
                /** @description mine: of one’s own portfolio and of those whom one covers for today */
                whose?: "mine" | "team";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistChanges"];
                };
            };
        };
    };
    getWorklistSummary: {
        parameters: {
            query?: {
                /** @description Of one person’s portfolio */
                owner?: string;
                /** @description mine: of one’s own portfolio and of those whom one covers for today */
                whose?: "mine" | "team";
            };
            header?: never;
            path: {
                /** @description The company's code */
                company: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistSummary"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postSessionLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    putSessionPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Not asked for after signing in by a link */
                    current?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
