@org.jspecify.annotations.NullMarked
package glasshouse.city.http;
