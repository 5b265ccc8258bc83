package org.prairieml.activations.export;

import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * How a programming language writes the primitive operators.
 *
 * <p>In a template {@code $1} stands for the first operand, in parentheses unless it is a name, a
 * number or a call; {@code %1} for the operand as it is; {@code &1} for a name or a tensor, where a
 * plain number would not do; {@code @1} for a name or number, where it stands more than once.
 *
 * @param language the language, for errors
 * @param templates by name of the operator; comparisons are conditions, which {@code condition}
 *     makes numbers
 * @param number how a number is written
 * @param tensor how a number is written where a tensor is needed
 * @param assignment a statement, of a name and an expression
 * @param condition the number 1 or 0 of a condition
 * @param bessel a Bessel function of any order: {@code #} is the order; empty if there is none
 */
record Dialect(
    String language,
    Map<String, String> templates,
    DoubleFunction<String> number,
    DoubleFunction<String> tensor,
    String assignment,
    String condition,
    String bessel) {}
