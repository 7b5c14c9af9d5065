import Base
import Foundation
import GRDB

/// A damaged file may hold another type than the table says, and GRDB's own subscripts end the program there.
extension Row {
    package func int(_ i: Int) throws(Fault) -> Int64 {
        guard case .int64(let v) = (self[i] as DatabaseValue).storage else { throw Row.damaged }
        return v
    }
    package func intOrNil(_ i: Int) throws(Fault) -> Int64? {
        switch (self[i] as DatabaseValue).storage {
        case .int64(let v): return v
        case .null: return nil
        default: throw Row.damaged
        }
    }
    package func text(_ i: Int) throws(Fault) -> String {
        guard case .string(let v) = (self[i] as DatabaseValue).storage else { throw Row.damaged }
        return v
    }
    package func textOrNil(_ i: Int) throws(Fault) -> String? {
        switch (self[i] as DatabaseValue).storage {
        case .string(let v): return v
        case .null: return nil
        default: throw Row.damaged
        }
    }
    package func blob(_ i: Int) throws(Fault) -> [UInt8] {
        guard case .blob(let v) = (self[i] as DatabaseValue).storage else { throw Row.damaged }
        return [UInt8](v)
    }

    private static var damaged: Fault { Fault(.corrupt, "a row of the database is damaged") }
}
