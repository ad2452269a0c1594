using Microsoft.Extensions.Time.Testing;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>A clock that jumps to the end of whatever is waited for, and notes the wait: hours pass at once.</summary>
internal sealed class JumpingClock : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];

    internal IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new JumpingTimer(this, base.CreateTimer(callback, state, dueTime, period), dueTime);

    private void Jump(TimeSpan dueTime)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        lock (_lock)
        {
            _waits.Add(dueTime);
        }

        ThreadPool.QueueUserWorkItem(static state => state.Clock.Advance(state.DueTime), (Clock: this, DueTime: dueTime), preferLocal: false);
    }

    private sealed class JumpingTimer : ITimer
    {
        private readonly JumpingClock _clock;
        private readonly ITimer _inner;

        internal JumpingTimer(JumpingClock clock, ITimer inner, TimeSpan dueTime)
        {
            _clock = clock;
            _inner = inner;
            clock.Jump(dueTime);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool changed = _inner.Change(dueTime, period);
            _clock.Jump(dueTime);
            return changed;
        }

        public void Dispose() => _inner.Dispose();

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
