/**
 * What a person sees of operations and decides about them: {@code /billing operations} and the
 * decisions of {@code /billing-admin}.
 */
@NullMarked
package io.tillbot.core.oversight;

import org.jspecify.annotations.NullMarked;
