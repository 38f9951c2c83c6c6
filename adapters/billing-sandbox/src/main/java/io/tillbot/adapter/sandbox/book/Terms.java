package io.tillbot.adapter.sandbox.book;

import java.math.BigDecimal;

/**
 * The terms on which a client is billed.
 *
 * @param currency ISO code
 * @param taxRate in percent
 * @param groupId the customer group
 * @param corporate whether billed as a company
 */
public record Terms(String currency, BigDecimal taxRate, int groupId, boolean corporate) {}
