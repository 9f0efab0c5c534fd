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
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postApplications"];
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
    "/api/v1/companies/{company}/cash-application/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For whom accounts and names have paid, and where that is known from
         * @description Needs the permission `cash.read`.
         */
        get: operations["getCashApplicationKnowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/companies/{company}/cash-application/knowledge/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revokes what is known of a payer; what is confirmed from now on counts again
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postCashApplicationKnowledgeByIdRevocation"];
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
        post?: never;
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
    "/api/v1/companies/{company}/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened on a customer’s account, the latest first
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
         * @description Needs the permission `ledger.post`.
         */
        post: operations["postDocuments"];
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
         * @description Needs the permission `ledger.reverse`.
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
         * @description The very same file again gives the import that stands; nothing is read twice.
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
         * @description Needs the permission `ledger.adjust`.
         */
        post: operations["postItemsByIdAdjustments"];
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
         * Closes a month for good
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
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdApply"];
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
         * Posts what is proposed for a receipt
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdConfirm"];
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
         * Undoes all that was done with a receipt; it is back in its queue and does not post by itself again
         * @description Needs the permission `cash.apply`.
         */
        post: operations["postReceiptsByIdUndo"];
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
        Customer: {
            /** @description One for each currency in which something is open */
            balances: {
                overdue: components["schemas"]["Money"];
                /** @description Invoices less credit notes */
                receivable: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                /** @description Receipts and on-account credits, negative */
                unapplied: components["schemas"]["Money"];
            }[];
            country: string | null;
            email: string | null;
            id: string;
            /** @enum {string} */
            kind: "regular" | "unidentified";
            language: string | null;
            name: string;
            number: string;
            parentId: string | null;
            phone: string | null;
            taxId: string | null;
            terms: string | null;
        };
        CustomerInput: {
            /** @description One for each currency in which something is open */
            balances: {
                overdue: components["schemas"]["MoneyInput"];
                /** @description Invoices less credit notes */
                receivable: components["schemas"]["MoneyInput"];
                total: components["schemas"]["MoneyInput"];
                /** @description Receipts and on-account credits, negative */
                unapplied: components["schemas"]["MoneyInput"];
            }[];
            country: string | null;
            email: string | null;
            id: string;
            /** @enum {string} */
            kind: "regular" | "unidentified";
            language: string | null;
            name: string;
            number: string;
            parentId: string | null;
            phone: string | null;
            taxId: string | null;
            terms: string | null;
        };
        Import: {
            added: number;
            bytes: number;
            changed: number;
            /** @description Why the last step failed, and what to do */
            error: string | null;
            errorCode: string | null;
            fileName: string;
            header: string[];
            id: string;
            /** @enum {string} */
            kind: "customers" | "items" | "statement";
            /** @description Rows that were not asked for: another company, blank, no receipt */
            leftOut: number;
            mapping: components["schemas"]["ImportMapping"] | null;
            /** @description Customers that only the items name, and that come with them */
            newCustomers: number;
            postedAt: string | null;
            problemCount: number;
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
            /** @enum {string} */
            status: "reading" | "preview" | "posting" | "posted" | "failed" | "undoing" | "undone";
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
            fileName: string;
            header: string[];
            id: string;
            /** @enum {string} */
            kind: "customers" | "items" | "statement";
            /** @description Rows that were not asked for: another company, blank, no receipt */
            leftOut: number;
            mapping: components["schemas"]["ImportMappingInput"] | null;
            /** @description Customers that only the items name, and that come with them */
            newCustomers: number;
            postedAt: string | null;
            problemCount: number;
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
            /** @enum {string} */
            status: "reading" | "preview" | "posting" | "posted" | "failed" | "undoing" | "undone";
            unchanged: number;
            undoneAt: string | null;
            uploadedAt: string;
            uploadedBy: string;
        };
        ImportMapping: {
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
            /** @enum {string} */
            kind: "customers" | "items";
        };
        ImportMappingInput: {
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
            /** @enum {string} */
            kind: "customers" | "items";
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
        PayerLink: {
            /** @description An account in the customer’s own record is changed there */
            canRevoke: boolean;
            customerId: string;
            customerName: string;
            customerNumber: string;
            id: string;
            /** @description The account or name, as it is compared */
            key: string;
            lastOn: string;
            /** @enum {string} */
            mark: "account" | "name";
            /** @enum {string} */
            origin: "application" | "imported" | "customer_account";
            uses: number;
        };
        PayerLinkInput: {
            /** @description An account in the customer’s own record is changed there */
            canRevoke: boolean;
            customerId: string;
            customerName: string;
            customerNumber: string;
            id: string;
            /** @description The account or name, as it is compared */
            key: string;
            lastOn: string;
            /** @enum {string} */
            mark: "account" | "name";
            /** @enum {string} */
            origin: "application" | "imported" | "customer_account";
            uses: number;
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
        Receipt: {
            amount: components["schemas"]["Money"];
            applied: {
                /** @description Below zero on a credit that the payer netted */
                amount: components["schemas"]["Money"];
                entryIds: string[];
                itemId: string;
                number: string;
            }[];
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
            candidates: {
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
            }[];
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
                    itemId: string;
                    number: string;
                }[];
                alternatives: {
                    allocations: {
                        /** @description Below zero on a credit that the payer netted */
                        amount: components["schemas"]["Money"];
                        itemId: string;
                        number: string;
                    }[];
                    customerId: string | null;
                    customerName: string | null;
                    unapplied: components["schemas"]["Money"];
                }[];
                alternativesCount: number;
                customerId: string | null;
                customerName: string | null;
                decidedAt: string;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
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
                rejected: {
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
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            /** @description What was done last and stands */
            settlement: {
                at: string | null;
                by: string | null;
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
        ReceiptInput: {
            amount: components["schemas"]["MoneyInput"];
            applied: {
                /** @description Below zero on a credit that the payer netted */
                amount: components["schemas"]["MoneyInput"];
                entryIds: string[];
                itemId: string;
                number: string;
            }[];
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
            candidates: {
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
            }[];
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
                    itemId: string;
                    number: string;
                }[];
                alternatives: {
                    allocations: {
                        /** @description Below zero on a credit that the payer netted */
                        amount: components["schemas"]["MoneyInput"];
                        itemId: string;
                        number: string;
                    }[];
                    customerId: string | null;
                    customerName: string | null;
                    unapplied: components["schemas"]["MoneyInput"];
                }[];
                alternativesCount: number;
                customerId: string | null;
                customerName: string | null;
                decidedAt: string;
                /** @enum {string} */
                decision: "auto" | "suggest" | "exception";
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
                rejected: {
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
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
            /** @enum {string} */
            queue: "to_confirm" | "exceptions" | "unidentified" | "unapplied" | "posted";
            /** @description What was done last and stands */
            settlement: {
                at: string | null;
                by: string | null;
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
        ReceiptRow: {
            amount: components["schemas"]["Money"];
            bookedOn: string;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
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
            bookedOn: string;
            /** @description Whose account it stands on, or whose it is thought to be */
            customerId: string | null;
            customerName: string | null;
            customerNumber: string | null;
            /** @description The receipt’s item in the ledger */
            id: string;
            number: string;
            payerAccount: string | null;
            payerName: string | null;
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
                     *       "expert"
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
    getCashApplicationKnowledge: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                customerId?: string;
                limit?: number;
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
                        rows: components["schemas"]["PayerLink"][];
                    };
                };
            };
        };
    };
    postCashApplicationKnowledgeByIdRevocation: {
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
    getCustomers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Start of the number or the name */
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
                        rows: components["schemas"]["Customer"][];
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
    getCustomersByIdItems: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
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
                            amount: components["schemas"]["Money"];
                            effectiveOn: string;
                            entryId: string;
                            items: {
                                id: string;
                                kind: string;
                                number: string;
                            }[];
                            kind: string;
                            reason: string | null;
                            recordedAt: string;
                            recordedBy: string;
                            reversesEntryId: string | null;
                            undone: components["schemas"]["Money"];
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
                kind?: "customers" | "items" | "statement";
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
                    "application/json": components["schemas"]["Import"];
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
                "application/json": {
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
                    /** @enum {string} */
                    kind: "customers" | "items";
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
                            row: number;
                        }[];
                    };
                };
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
                            blockers: string[];
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    getReceipts: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
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
                        /** @description Below zero on a netted credit */
                        amount: {
                            amount: string;
                            currency: string;
                        };
                        /** Format: uuid */
                        itemId: string;
                    }[];
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
                    };
                };
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
