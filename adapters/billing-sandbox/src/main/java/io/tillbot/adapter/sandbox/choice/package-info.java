/** Switches: how the simulator answers and behaves where the document leaves it open. */
@NullMarked
package io.tillbot.adapter.sandbox.choice;

import org.jspecify.annotations.NullMarked;
