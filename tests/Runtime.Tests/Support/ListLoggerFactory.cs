using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Keeps everything that is logged, at every level.</summary>
internal sealed class ListLoggerFactory : ILoggerFactory, ILoggerProvider
{
    internal ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => new ListLogger(this);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class ListLogger(ListLoggerFactory owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => owner.Entries.Enqueue((logLevel, formatter(state, exception) + exception));
    }
}
