/**
 * The core under a seeded schedule: people, replicas, crashes and a model of the billing API, and
 * what must hold whatever happens. See docs/simulation.md.
 */
@NullMarked
package io.tillbot.core.simulation;

import org.jspecify.annotations.NullMarked;
