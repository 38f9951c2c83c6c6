/**
 * What a platform may offer while somebody is still typing: the words of a choice, the caller's own
 * invoices, servers that they have seen. Empty rather than late.
 */
@NullMarked
package io.tillbot.core.suggest;

import org.jspecify.annotations.NullMarked;
