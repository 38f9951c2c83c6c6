/** The seeded data: the same for the same seed and clock. */
@NullMarked
package io.tillbot.adapter.sandbox.seed;

import org.jspecify.annotations.NullMarked;
