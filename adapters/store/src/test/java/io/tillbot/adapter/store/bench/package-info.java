/** Measurements of the store, run by hand. */
@NullMarked
package io.tillbot.adapter.store.bench;

import org.jspecify.annotations.NullMarked;
