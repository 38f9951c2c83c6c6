package io.tillbot.adapter.sandbox.rule;

import io.tillbot.adapter.sandbox.book.Account;
import io.tillbot.adapter.sandbox.book.Token;

/**
 * On whose behalf a request is made.
 *
 * @param account the account
 * @param token the token that was sent
 */
record Session(Account account, Token token) {}
