package io.tillbot.adapter.sandbox.book;

/**
 * A client of one billing location; ids are unique within a location only.
 *
 * @param location the location's code, such as {@code whmcs_eu}
 * @param id the client's number there
 */
public record ClientKey(String location, int id) {}
