package io.tillbot.adapter.sandbox.book;

/**
 * An invoice of one billing location.
 *
 * @param location the location's code
 * @param id the invoice's number there
 */
public record InvoiceKey(String location, int id) {}
