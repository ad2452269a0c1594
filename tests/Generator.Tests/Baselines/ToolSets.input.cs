#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Functions that are known at run time, alone and beside others.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IToolSetDesk
    {
        /// <summary>Alone, with limits.</summary>
        [Prompt("{question}")]
        Task<PromptResult<string>> AskAsync(string question, [Tools(MaxRounds = 2, RequireApproval = true)] ToolSet tools, ToolApproval? approve = null, CancellationToken cancellationToken = default);

        /// <summary>Beside those of a type, if at all.</summary>
        [Prompt("{question}")]
        [Tools(typeof(DoorTools))]
        Task<string> OpenAsync(string question, ToolSet? own = null, ToolSet? others = null);
    }

    /// <summary>Methods of an object and of none.</summary>
    public class DoorTools
    {
        /// <summary>Opens a door.</summary>
        /// <param name="number">Its number.</param>
        /// <param name="clock">From the services.</param>
        /// <param name="cancellationToken">The call's.</param>
        [Tool(RequiresApproval = true)]
        public virtual Task<Door> OpenAsync(int number, [ToolService] TimeProvider clock, CancellationToken cancellationToken = default)
            => Task.FromResult(new Door(number, clock.GetUtcNow(), cancellationToken.IsCancellationRequested ? "?" : null));

        /// <summary>How many doors there are.</summary>
        [Tool]
        public static int Count() => 3;

        /// <summary>Nothing in, nothing out.</summary>
        [Tool("Closes all doors")]
        public virtual void Close()
        {
        }
    }

    /// <summary>Methods of no object, and one called as ours.</summary>
    internal static class Arithmetic
    {
        /// <summary>Adds.</summary>
        [Tool("Adds two numbers")]
        public static int Add(int left, int right = 1) => left + right;
    }

    /// <summary>A result.</summary>
    public sealed record Door(int Number, DateTimeOffset OpenedAt, string? Note);

    /// <summary>With a member of the author's, called as one of ours.</summary>
    [ToolSetOf(typeof(DoorTools))]
    public static partial class DoorToolSet
    {
        /// <summary>What they are for.</summary>
        public const string Tools = "doors";
    }

    /// <summary>Around it.</summary>
    public static partial class Outer
    {
        [ToolSetOf(typeof(Arithmetic))]
        internal static partial class ArithmeticToolSet
        {
        }
    }
}
