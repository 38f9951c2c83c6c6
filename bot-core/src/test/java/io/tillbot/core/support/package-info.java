/** What tests of the core and of the adapters share: a scripted billing API, hostile lines. */
@NullMarked
package io.tillbot.core.support;

import org.jspecify.annotations.NullMarked;
