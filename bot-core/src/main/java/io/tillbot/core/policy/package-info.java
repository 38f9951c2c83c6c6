/**
 * Who may do what: rules by command, effect, role and place, of which the most specific one counts,
 * and the terms on which something is allowed. What no rule allows is denied.
 */
@NullMarked
package io.tillbot.core.policy;

import org.jspecify.annotations.NullMarked;
