/** SQL: SQLite, migrations, encryption. */
@NullMarked
package io.tillbot.adapter.store;

import org.jspecify.annotations.NullMarked;
