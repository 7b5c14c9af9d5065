import Base
import Foundation
import Glibc
import Synchronization

/// A server on loopback, port 0, that answers each request with the bytes that a closure gives: enough to say things
/// that no framework would send.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        var path: String
        var headers: [String: String]
    }

    let port: Int
    private let fd: Int32
    private let seen = Mutex<[Request]>([])
    var requests: [Request] { seen.withLock { $0 } }
    func paths() -> [String] { requests.map(\.path) }

    init(_ answer: @escaping @Sendable (Request) -> [UInt8]) throws {
        let fd = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var on: Int32 = 1
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(fd, $0, size) }
        }
        guard bound == 0, listen(fd, 256) == 0 else { throw Fault(.storage, "no loopback: \(systemError())") }
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(fd, $0, &size) }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        self.fd = fd
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(fd, nil, nil)
                if connection < 0 { break }
                Thread.detachNewThread { self.serve(connection, answer) }
            }
        }
    }

    func stop() { shutdown(fd, Int32(SHUT_RDWR)); close(fd) }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private func serve(_ connection: Int32, _ answer: @Sendable (Request) -> [UInt8]) {
        defer { close(connection) }
        var pending: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8192)
        while true {
            while !pending.ends("\r\n\r\n") {
                let n = recv(connection, &piece, piece.count, 0)
                if n <= 0 { return }
                pending += piece[0..<n]
            }
            let lines = String(decoding: pending, as: UTF8.self).split(separator: "\r\n")
            pending = []
            var request = Request(path: String(lines[0].split(separator: " ")[1]), headers: [:])
            for line in lines.dropFirst() {
                let pair = line.split(separator: ":", maxSplits: 1)
                if pair.count == 2 {
                    request.headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces)
                }
            }
            seen.withLock { $0.append(request) }
            let bytes = answer(request)
            var done = 0
            while done < bytes.count {
                let n = bytes.withUnsafeBytes {
                    send(connection, $0.baseAddress! + done, bytes.count - done, Int32(MSG_NOSIGNAL))
                }
                if n <= 0 { return }
                done += n
            }
            // Without a length the end of the answer is the end of the connection.
            let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
            if !head.contains("content-length:") { return }
        }
    }

    static func answer(_ status: Int = 200, _ headers: [String: String] = [:], _ body: [UInt8]) -> [UInt8] {
        var head = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }

    static func json(_ text: String, _ headers: [String: String] = [:]) -> [UInt8] {
        answer(200, headers.merging(["Content-Type": "application/json"]) { $1 }, Array(text.utf8))
    }
}

extension [UInt8] {
    fileprivate func ends(_ s: String) -> Bool { count >= s.utf8.count && suffix(s.utf8.count).elementsEqual(s.utf8) }
}

/// A clock that moves only when somebody waits.
final class FakeClock: Sendable {
    private let state: Mutex<(now: Int64, waits: [Int64])>
    init(_ start: Instant) { state = Mutex((start.milliseconds, [])) }
    var now: Instant { Instant(milliseconds: state.withLock { $0.now }) }
    var waits: [Int64] { state.withLock { $0.waits } }
    func advance(_ milliseconds: Int64) { state.withLock { $0.now += milliseconds } }
    func sleep(_ milliseconds: Int64) {
        state.withLock {
            $0.now += milliseconds; $0.waits.append(milliseconds)
        }
    }
}
