/// Parquet and large files through DuckDB.
@NullMarked
package glasshouse.data;

import org.jspecify.annotations.NullMarked;
