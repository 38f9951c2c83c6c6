/** Text bundles in English and Russian, plurals, amounts and dates by locale. */
@NullMarked
package io.tillbot.adapter.texts;

import org.jspecify.annotations.NullMarked;
