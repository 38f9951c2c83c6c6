/**
 * The audit trail: who did what, where, by which rule, and how it ended. What is personal never
 * gets into it, and what was written cannot be changed unseen.
 */
@NullMarked
package io.tillbot.core.audit;

import org.jspecify.annotations.NullMarked;
