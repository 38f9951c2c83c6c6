/**
 * Messages of a platform that we acknowledged: each is taken up once, and comes to its end even if
 * the process that took it does not.
 */
@NullMarked
package io.tillbot.core.delivery;

import org.jspecify.annotations.NullMarked;
