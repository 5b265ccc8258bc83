package org.prairieml.engine.matmul;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.HiddenClass;
import org.prairieml.engine.bytecode.VectorTypes;
import org.prairieml.engine.matmul.TileStructure.First;

/**
 * Writes a register tile as the class of a {@link TileKernel}.
 *
 * <p>The tile's sums stay in registers while the inner dimension runs; every step loads a row of
 * the panel and multiplies it with one number of each row of the first operand (K. Goto, R. van de
 * Geijn: Anatomy of high-performance matrix multiplication, ACM TOMS 34, 2008).
 */
final class TileEmitter {

  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final MethodTypeDesc SIGNATURE =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          OBJECT,
          INT,
          INT,
          INT,
          OBJECT,
          INT,
          INT,
          OBJECT,
          INT,
          INT,
          INT,
          INT,
          INT);

  private static final int A = 1;
  private static final int A0 = 2;
  private static final int A_ROW = 3;
  private static final int A_STEP = 4;
  private static final int B = 5;
  private static final int B0 = 6;
  private static final int B_STEP = 7;
  private static final int C = 8;
  private static final int C0 = 9;
  private static final int C_ROW = 10;
  private static final int DEPTH = 11;
  private static final int ROWS = 12;
  private static final int COLUMNS = 13;

  private final TileStructure tile;
  private final CodeBuilder code;
  private final VectorTypes types;
  private final int lanes;
  private final int[][] sums;
  private final int[] panel;
  private final int[] rowStarts;
  private final int row;
  private final int k;
  private final int first;
  private final int mask;

  private TileEmitter(TileStructure tile, CodeBuilder code) {
    this.tile = tile;
    this.code = code;
    this.types = VectorTypes.of(tile.format());
    this.lanes = VectorTypes.lanes(tile.format());
    this.sums = new int[tile.rows()][tile.vectors()];
    this.panel = new int[tile.vectors()];
    this.rowStarts = new int[tile.rows()];
    for (int r = 0; r < tile.rows(); r++) {
      rowStarts[r] = code.allocateLocal(TypeKind.INT);
      for (int v = 0; v < tile.vectors(); v++) {
        sums[r][v] = code.allocateLocal(TypeKind.REFERENCE);
      }
    }
    for (int v = 0; v < tile.vectors(); v++) {
      panel[v] = code.allocateLocal(TypeKind.REFERENCE);
    }
    this.row = code.allocateLocal(TypeKind.INT);
    this.k = code.allocateLocal(TypeKind.INT);
    this.first = code.allocateLocal(TypeKind.REFERENCE);
    this.mask = code.allocateLocal(TypeKind.REFERENCE);
  }

  static TileKernel compile(TileStructure tile) {
    return HiddenClass.define(
        TileKernel.class, "run", SIGNATURE, code -> new TileEmitter(tile, code).emit());
  }

  private void emit() {
    for (int array : new int[] {A, B, C}) {
      code.aload(array).checkcast(types.array()).astore(array);
    }
    int from = code.allocateLocal(TypeKind.INT);
    code.loadConstant((tile.vectors() - 1) * lanes).istore(from);
    types.rangeMask(code, from, COLUMNS);
    code.astore(mask);
    CountedLoop.fromZero(code, row, ROWS, tile.rows(), this::tile);
    code.return_();
  }

  private void tile() {
    for (int r = 0; r < tile.rows(); r++) {
      code.iload(A0);
      if (tile.first() == First.PACKED) {
        // panels follow each other; a full one is A_ROW long
        code.iload(row).loadConstant(tile.rows()).idiv().iload(A_ROW).imul();
        code.loadConstant(r).iadd().iadd();
      } else {
        code.iload(row).loadConstant(r).iadd().iload(A_ROW).imul().iadd();
      }
      code.istore(rowStarts[r]);
      for (int v = 0; v < tile.vectors(); v++) {
        startSum(r, v);
      }
    }
    CountedLoop.fromZero(code, k, DEPTH, 1, this::step);
    for (int r = 0; r < tile.rows(); r++) {
      for (int v = 0; v < tile.vectors(); v++) {
        storeSum(r, v);
      }
    }
  }

  private void startSum(int r, int v) {
    if (tile.accumulate()) {
      types.species(code);
      code.aload(C);
      resultPosition(r, v);
      types.load(code);
    } else {
      types.broadcast(code, 0);
    }
    code.astore(sums[r][v]);
  }

  private void step() {
    for (int v = 0; v < tile.vectors(); v++) {
      types.species(code);
      code.aload(B).iload(B0);
      panelStep();
      code.iadd();
      if (v > 0) {
        code.loadConstant(v * lanes).iadd();
      }
      types.load(code);
      code.astore(panel[v]);
    }
    for (int r = 0; r < tile.rows(); r++) {
      types.species(code);
      code.aload(A).iload(rowStarts[r]);
      firstStep();
      code.iadd();
      types.element(code);
      types.broadcast(code);
      code.astore(first);
      for (int v = 0; v < tile.vectors(); v++) {
        code.aload(first).aload(panel[v]).aload(sums[r][v]);
        types.fma(code);
        code.astore(sums[r][v]);
      }
    }
  }

  /** Pushes how far the panel has come along the inner dimension. */
  private void panelStep() {
    code.iload(k);
    if (tile.packedPanel()) {
      code.loadConstant(tile.width()).imul();
    } else {
      code.iload(B_STEP).imul();
    }
  }

  /** Pushes how far the first operand has come. */
  private void firstStep() {
    code.iload(k);
    switch (tile.first()) {
      case STRIDED -> code.iload(A_STEP).imul();
      case ROWS -> {}
      case PACKED -> code.loadConstant(TileStructure.packedStep(tile.rows())).imul();
    }
  }

  private void storeSum(int r, int v) {
    boolean last = v == tile.vectors() - 1;
    code.aload(sums[r][v]).aload(C);
    resultPosition(r, v);
    if (last) {
      code.aload(mask);
    }
    types.store(code, last);
  }

  private void resultPosition(int r, int v) {
    code.iload(C0).iload(row).loadConstant(r).iadd().iload(C_ROW).imul().iadd();
    code.loadConstant(v * lanes).iadd();
  }
}
