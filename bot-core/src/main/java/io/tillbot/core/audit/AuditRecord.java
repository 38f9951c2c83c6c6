package io.tillbot.core.audit;

/**
 * An entry as it is kept.
 *
 * @param chain the one that it is a link of
 * @param number its place in the chain, 1 for the first
 * @param entry in which people are known by their pseudonyms
 */
public record AuditRecord(String chain, long number, AuditEntry entry) {}
