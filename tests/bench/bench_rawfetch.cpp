// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_rawfetch SOCKET SERVER: what the fastest client could need for all reports of a server. ZRANGE and HMGET, pages
// of 200, 4 under way; the bodies are only told apart by the protocol's reader (which makes no objects of them) and
// thrown away. Prints how many came. The yardstick for export.
#include <hiredis/hiredis.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr long long PageSize = 200;
constexpr int PagesInFlight = 4;

class RawClient
{
public:
    explicit RawClient(const char *path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path, sizeof(address.sun_path) - 1);
        m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_open = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }

    void send(const std::vector<std::string> &command)
    {
        std::string text = '*' + std::to_string(command.size()) + "\r\n";
        for (const std::string &argument : command)
            text += '$' + std::to_string(argument.size()) + "\r\n" + argument + "\r\n";
        for (std::size_t sent = 0; m_open && sent < text.size();) {
            const ssize_t n = ::write(m_socket, text.data() + sent, text.size() - sent);
            m_open = n > 0;
            sent += m_open ? static_cast<std::size_t>(n) : 0;
        }
    }

    /// The next reply, as an object or (`keep` false) only as the knowledge that it came: then any pointer but null.
    void *receive(bool keep)
    {
        m_reader->fn = keep ? m_objects : nullptr;
        void *reply = nullptr;
        while (m_open && redisReaderGetReply(m_reader.get(), &reply) == REDIS_OK && reply == nullptr) {
            const ssize_t n = ::read(m_socket, m_buffer.data(), m_buffer.size());
            m_open = n > 0 && redisReaderFeed(m_reader.get(), m_buffer.data(), static_cast<std::size_t>(n)) == REDIS_OK;
        }
        return reply;
    }

private:
    struct FreeReader
    {
        void operator()(redisReader *reader) const { redisReaderFree(reader); }
    };
    std::unique_ptr<redisReader, FreeReader> m_reader{redisReaderCreate()};
    redisReplyObjectFunctions *m_objects = m_reader->fn;
    std::vector<char> m_buffer = std::vector<char>(64 * 1024);
    int m_socket = -1;
    bool m_open = false;
};

/// The ids of an index page, as the command that fetches their bodies.
std::vector<std::string> bodiesCommand(const std::string &server, const redisReply &page)
{
    std::vector<std::string> command{"HMGET", "execution_report:" + server};
    command.reserve(command.size() + page.elements);
    for (std::size_t i = 0; i < page.elements; ++i)
        command.emplace_back(page.element[i]->str, static_cast<std::size_t>(page.element[i]->len));
    return command;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return std::fputs("Usage: bench_rawfetch SOCKET SERVER\n", stderr), 2;
    RawClient client(argv[1]);
    const std::string server = argv[2];
    if (!client.isOpen())
        return std::fputs("bench_rawfetch: no redis-server there\n", stderr), 1;

    long long fetched = 0;
    long long nextRank = 0;
    std::deque<bool> owed; // of each reply under way: is it an index page?
    const auto askIndex = [&] {
        client.send({"ZRANGE", "execution_report_sorted:" + server, std::to_string(nextRank),
                     std::to_string(nextRank + PageSize - 1)});
        nextRank += PageSize;
        owed.push_back(true);
    };
    for (int i = 0; i < PagesInFlight; ++i)
        askIndex();
    while (!owed.empty()) {
        const bool index = owed.front();
        owed.pop_front();
        void *reply = client.receive(index);
        if (reply == nullptr)
            return std::fputs("bench_rawfetch: the connection ended\n", stderr), 1;
        if (!index) {
            askIndex();
            continue;
        }
        const std::unique_ptr<redisReply, decltype(&freeReplyObject)> page(static_cast<redisReply *>(reply),
                                                                           freeReplyObject);
        if (page->type == REDIS_REPLY_ARRAY && page->elements > 0) {
            client.send(bodiesCommand(server, *page));
            owed.push_back(false);
            fetched += static_cast<long long>(page->elements);
        }
    }
    std::printf("{\"fetched\": %lld}\n", fetched);
    return 0;
}
