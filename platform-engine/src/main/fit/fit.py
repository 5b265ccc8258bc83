"""Prints the polynomials of package org.prairieml.engine.lane as Java literals.

Every fit is the minimax approximation, by the Remez exchange on a dense grid in 60 digits, of a
function q with a weight w that makes the error relative to the function which q serves. Then the
coefficients are rounded to the format from the lowest power up; after each rounding the rest is
fitted again by a linear program, so that the higher powers make good what rounding spoiled.

J.-M. Muller: Elementary Functions, Algorithms and Implementation, 3rd edition, chapter 3.

The coefficients of the sine were changed afterwards by a few last bits, by trial over all
arguments near the peak: there the computed sine is 1 at pi / 2 and nowhere above it.

Usage: python3 fit.py [name ...]; needs mpmath, numpy and scipy.
"""

import sys

import numpy as np
from mpmath import mp, mpf
from scipy.optimize import linprog

mp.dps = 60
SINGLE, DOUBLE = 24, 53
TINY = mpf(10) ** -12


def horner(coefficients, x):
    total = mpf(0)
    for coefficient in reversed(coefficients):
        total = total * x + coefficient
    return total


class Problem:
    """q and w on Chebyshev points of an interval."""

    def __init__(self, q, w, low, high, degree):
        self.degree = degree
        count = 24 * (degree + 2)
        middle, radius = (mpf(low) + mpf(high)) / 2, (mpf(high) - mpf(low)) / 2
        points = [middle - radius * mp.cos(mp.pi * i / (count - 1)) for i in range(count)]
        self.x = [x or TINY for x in points]
        self.q = [q(x) for x in self.x]
        self.w = [w(x) for x in self.x]

    def errors(self, coefficients):
        return [w * (q - horner(coefficients, x)) for x, q, w in zip(self.x, self.q, self.w)]

    def worst(self, coefficients):
        return max(abs(e) for e in self.errors(coefficients))

    def leveled(self, reference):
        """The polynomial whose error has one size and alternating signs at the reference points."""
        size = self.degree + 2
        matrix, right = mp.matrix(size, size), mp.matrix(size, 1)
        for row, i in enumerate(reference):
            for power in range(size - 1):
                matrix[row, power] = self.x[i] ** power
            matrix[row, size - 1] = (-1) ** row / self.w[i]
            right[row] = self.q[i]
        solution = mp.lu_solve(matrix, right)
        return [solution[power] for power in range(size - 1)]

    def extrema(self, coefficients):
        """The largest error of each run of one sign; one run too many is dropped at an end."""
        errors, runs = self.errors(coefficients), []
        for i, error in enumerate(errors):
            if runs and (error > 0) == (errors[runs[-1]] > 0):
                runs[-1] = max(runs[-1], i, key=lambda k: abs(errors[k]))
            else:
                runs.append(i)
        while len(runs) > self.degree + 2:
            runs.pop(0 if abs(errors[runs[0]]) < abs(errors[runs[-1]]) else -1)
        return runs

    def remez(self):
        size = self.degree + 2
        reference = [round(i * (len(self.x) - 1) / (size - 1)) for i in range(size)]
        for _ in range(40):
            coefficients = self.leveled(reference)
            following = self.extrema(coefficients)
            if following == reference:
                break
            reference = following
        return coefficients

    def rounded(self, exact, bits):
        coefficients, unit = list(exact), self.worst(exact)
        pick = range(0, len(self.x), 3)
        powers = range(self.degree + 1)
        terms = np.array([[float(self.w[i] * self.x[i] ** j / unit) for j in powers] for i in pick])
        terms /= (scale := np.abs(terms).max(axis=0))
        for j in powers:
            coefficients[j] = mpf(float(in_format(coefficients[j], bits)))
            errors = self.errors(coefficients)
            left = np.array([float(errors[i] / unit) for i in pick])
            for k, change in self.refit(terms, left, j + 1):
                coefficients[k] += mpf(change) / mpf(scale[k])
        return coefficients

    def refit(self, terms, left, first):
        """The changes of the coefficients from ``first`` on that make the largest error least."""
        count = terms.shape[1] - first
        if count == 0:
            return []
        ones = np.ones((len(left), 1))
        free = terms[:, first:]
        result = linprog(
            [0] * count + [1],
            A_ub=np.block([[free, -ones], [-free, -ones]]),
            b_ub=np.concatenate([left, -left]),
            bounds=[(None, None)] * count + [(0, None)],
            method="highs",
        )
        return zip(range(first, first + count), result.x) if result.status == 0 else []


def in_format(value, bits):
    return np.float32(float(value)) if bits == SINGLE else float(value)


def literal(value, bits):
    return str(in_format(value, bits)) + ("f" if bits == SINGLE else "")


def odd(f):
    """(f(x) / x - 1) / x^2 in x^2, and the weight of f's relative error."""
    ratio = lambda u: f(mp.sqrt(u)) / mp.sqrt(u)
    return lambda u: (ratio(u) - 1) / u, lambda u: u / ratio(u)


def relative(q):
    return q, lambda x: 1 / q(x)


def exponent(a):
    return -mp.log(mp.erfc(a))


def tail(t):
    a = (1 + t) / (1 - t)
    return mp.exp(a * a) * mp.erfc(a) * (a + 1)


def bessel(n, a):
    """e^-a I_n(a); Abramowitz and Stegun 9.7.1 far out."""
    if a < 1000:
        return mp.besseli(n, a) * mp.exp(-a)
    term = total = mpf(1)
    for k in range(1, 40):
        term *= ((2 * k - 1) ** 2 - 4 * n * n) / (8 * k * a)
        total += term
    return total / mp.sqrt(2 * mp.pi * a)


LN2 = mp.log(2) * mpf("1.001")
CENTER0, CENTER1 = mpf("1.953125"), mpf("1.994140625")

# name: q, w, interval, degrees for float32 and float64
FITS = {
    "exp, WIDE": (
        lambda r: (mp.expm1(r) - r) / r**2, lambda r: r**2 / mp.exp(r), -LN2, LN2, 5, 11),
    "expm1, NARROW": (
        lambda r: (mp.expm1(r) - r) / r**2, lambda r: r**2 / abs(mp.expm1(r)),
        -LN2 / 2, LN2 / 2, 4, 9),
    "log, TAIL": (
        lambda f: (mp.log1p(f) - f) / f**2, lambda f: f**2 / abs(mp.log1p(f)),
        mp.sqrt(0.5) - 1, mp.sqrt(2) - 1, 8, 20),
    "softplus, LOG1P": (
        lambda e: (mp.log1p(e) / e - 1) / e, lambda e: e**2 / mp.log1p(e), 0, 1, 8, 19),
    "sin, SINE": (*odd(mp.sin), 0, (mp.pi / 2 * mpf("1.02")) ** 2, 3, 7),
    "tan, COTANGENT": (
        *odd(lambda r: r * r / mp.tan(r)), 0, (mp.pi / 4 * mpf("1.02")) ** 2, 3, None),
    "atan, ARC": (*odd(mp.atan), 0, 1, 8, None),
    "sinh, SINE": (*odd(mp.sinh), 0, 1, 3, None),
    "asinh, AREA_SINE": (*odd(mp.asinh), 0, 1, 7, None),
    "erf, EXPONENT": (
        lambda a: exponent(a) / a - 1, lambda a: a / mp.expm1(exponent(a)), TINY, 4, 8, None),
    "erfc, CENTER": (
        lambda u: mp.erf(mp.sqrt(u)) / mp.sqrt(u), lambda u: mp.sqrt(u) / mp.erfc(mp.sqrt(u)),
        TINY, mpf("0.75") ** 2, 5, None),
    "erfc, TAIL": (
        *relative(tail), mpf("-0.25") / mpf("1.75"), mpf("9.2") / mpf("11.2"), 9, None),
    "bessel, NEAR_0": (
        *relative(lambda y: bessel(0, y + CENTER0)), TINY - CENTER0, 4 - CENTER0, 13, None),
    "bessel, FAR_0": (
        *relative(lambda v: bessel(0, 1 / v) / mp.sqrt(v)), mpf(10) ** -6, mpf(1) / 4, 9, None),
    "bessel, NEAR_1": (
        *relative(lambda y: bessel(1, y + CENTER1) / (y + CENTER1)),
        TINY - CENTER1, 4 - CENTER1, 12, None),
    "bessel, FAR_1": (
        *relative(lambda v: bessel(1, 1 / v) / mp.sqrt(v)), mpf(10) ** -6, mpf(1) / 4, 10, None),
}


def main(names):
    for name in names or FITS:
        q, w, low, high, *degrees = FITS[name]
        for bits, degree in zip((SINGLE, DOUBLE), degrees):
            if degree is None:
                continue
            problem = Problem(q, w, low, high, degree)
            coefficients = problem.rounded(problem.remez(), bits)
            error = float(mp.log(problem.worst(coefficients), 2))
            print(f"{name}: relative error 2^{error:.1f}")
            print("  " + ", ".join(literal(c, bits) for c in coefficients), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
