package io.tillbot.core.billing.model;

/** A client group, of get_clientgroups or of a client. */
public record ClientGroup(GroupId id, String name) {}
