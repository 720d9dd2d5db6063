/// Grades an answer that nobody trusts: its classes run in a process of their own, in which there
/// are no tests, and the tests reach it through a proxy of the contract.
///
/// It must not know any exercise, grader or solution, nor what a report looks like.
@NullMarked
package longrange.grading.sandbox;

import org.jspecify.annotations.NullMarked;
