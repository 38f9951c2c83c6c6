package io.tillbot.adapter.sandbox.book;

/** A postal address; an empty text where a part is unknown. */
public record Address(
    String line1, String line2, String city, String state, String postcode, String country) {}
