/** Faults on demand: seeded, counted, repeatable. */
@NullMarked
package io.tillbot.adapter.sandbox.fault;

import org.jspecify.annotations.NullMarked;
