/** SQL: SQLite and PostgreSQL, migrations, encryption, and whose turn a job is. */
@NullMarked
package io.tillbot.adapter.store;

import org.jspecify.annotations.NullMarked;
