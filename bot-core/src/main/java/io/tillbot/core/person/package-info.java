/**
 * What clients and contacts have in common: details that are asked for, shown masked, compared and
 * changed.
 */
@NullMarked
package io.tillbot.core.person;

import org.jspecify.annotations.NullMarked;
