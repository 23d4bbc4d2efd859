/// Tests of reports.
@NullMarked
package glasshouse.lab.report;

import org.jspecify.annotations.NullMarked;
