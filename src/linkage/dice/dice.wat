;; Dice of one row of bits against many. Two rows are alike when their common bits reach what the sum of their set bits asks for;
;; the table `need` holds that for every sum, so that no division and no rounding happens here.
;;
;; scan(a, needed, b, sets, count, blocks, out) -> how many were found
;;   a       where the row is; rows are `blocks` times 128 bits
;;   needed  where the table is, moved on by 4 x the bits set in a
;;   b       where the other rows begin, one after the other
;;   sets    4 x the bits set in each of them, as i32
;;   out     receives pairs of i32: number of the row from 0, common bits
(module
  (memory (export "memory") 1)

  ;; The sum of eight lanes of 16 bits, none of which overflows: rows are at most 65,520 bits.
  (func $lanes (param $sum v128) (result i32)
    (i32.wrap_i64
      (i64.shr_u
        (i64.mul
          (i64.add (i64x2.extract_lane 0 (local.get $sum)) (i64x2.extract_lane 1 (local.get $sum)))
          (i64.const 0x0001000100010001))
        (i64.const 48))))

  (func $found (param $out i32) (param $row i32) (param $common i32)
    (i32.store (local.get $out) (local.get $row))
    (i32.store offset=4 (local.get $out) (local.get $common)))

  (func $any (param $a i32) (param $needed i32) (param $b i32) (param $sets i32) (param $count i32) (param $blocks i32) (param $out i32) (result i32)
    (local $row i32) (local $found i32) (local $at i32) (local $end i32) (local $common i32) (local $sum v128)
    (if (i32.eqz (local.get $count)) (then (return (i32.const 0))))
    (local.set $end (i32.shl (local.get $blocks) (i32.const 4)))
    (loop $rows
      (local.set $sum (v128.const i64x2 0 0))
      (local.set $at (i32.const 0))
      (loop $block
        (local.set $sum
          (i16x8.add (local.get $sum)
            (i16x8.extadd_pairwise_i8x16_u
              (i8x16.popcnt
                (v128.and
                  (v128.load (i32.add (local.get $a) (local.get $at)))
                  (v128.load (i32.add (local.get $b) (local.get $at))))))))
        (br_if $block (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
      (local.set $common (call $lanes (local.get $sum)))
      (if (i32.ge_u (local.get $common) (i32.load (i32.add (local.get $needed) (i32.load (local.get $sets)))))
        (then
          (call $found (i32.add (local.get $out) (i32.shl (local.get $found) (i32.const 3))) (local.get $row) (local.get $common))
          (local.set $found (i32.add (local.get $found) (i32.const 1)))))
      (local.set $b (i32.add (local.get $b) (local.get $end)))
      (local.set $sets (i32.add (local.get $sets) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $count))))
    (local.get $found))

  ;; 1,024 bits: the row stays in eight registers, and eight bytes of at most 8 fit one byte.
  (func $of1024 (param $a i32) (param $needed i32) (param $b i32) (param $sets i32) (param $count i32) (param $out i32) (result i32)
    (local $row i32) (local $found i32) (local $common i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128) (local $a4 v128) (local $a5 v128) (local $a6 v128) (local $a7 v128)
    (if (i32.eqz (local.get $count)) (then (return (i32.const 0))))
    (local.set $a0 (v128.load offset=0 (local.get $a)))
    (local.set $a1 (v128.load offset=16 (local.get $a)))
    (local.set $a2 (v128.load offset=32 (local.get $a)))
    (local.set $a3 (v128.load offset=48 (local.get $a)))
    (local.set $a4 (v128.load offset=64 (local.get $a)))
    (local.set $a5 (v128.load offset=80 (local.get $a)))
    (local.set $a6 (v128.load offset=96 (local.get $a)))
    (local.set $a7 (v128.load offset=112 (local.get $a)))
    (loop $rows
      (local.set $common (call $lanes (i16x8.extadd_pairwise_i8x16_u
        (i8x16.add
          (i8x16.add
          (i8x16.add
          (i8x16.add
          (i8x16.add
          (i8x16.add
          (i8x16.add
          (i8x16.popcnt (v128.and (local.get $a0) (v128.load offset=0 (local.get $b))))
          (i8x16.popcnt (v128.and (local.get $a1) (v128.load offset=16 (local.get $b)))))
          (i8x16.popcnt (v128.and (local.get $a2) (v128.load offset=32 (local.get $b)))))
          (i8x16.popcnt (v128.and (local.get $a3) (v128.load offset=48 (local.get $b)))))
          (i8x16.popcnt (v128.and (local.get $a4) (v128.load offset=64 (local.get $b)))))
          (i8x16.popcnt (v128.and (local.get $a5) (v128.load offset=80 (local.get $b)))))
          (i8x16.popcnt (v128.and (local.get $a6) (v128.load offset=96 (local.get $b)))))
          (i8x16.popcnt (v128.and (local.get $a7) (v128.load offset=112 (local.get $b))))))))
      (if (i32.ge_u (local.get $common) (i32.load (i32.add (local.get $needed) (i32.load (local.get $sets)))))
        (then
          (call $found (i32.add (local.get $out) (i32.shl (local.get $found) (i32.const 3))) (local.get $row) (local.get $common))
          (local.set $found (i32.add (local.get $found) (i32.const 1)))))
      (local.set $b (i32.add (local.get $b) (i32.const 128)))
      (local.set $sets (i32.add (local.get $sets) (i32.const 4)))
      (br_if $rows (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $count))))
    (local.get $found))

  (func (export "scan") (param $a i32) (param $needed i32) (param $b i32) (param $sets i32) (param $count i32) (param $blocks i32) (param $out i32) (result i32)
    (if (result i32) (i32.eq (local.get $blocks) (i32.const 8))
      (then (call $of1024 (local.get $a) (local.get $needed) (local.get $b) (local.get $sets) (local.get $count) (local.get $out)))
      (else (call $any (local.get $a) (local.get $needed) (local.get $b) (local.get $sets) (local.get $count) (local.get $blocks) (local.get $out))))))
