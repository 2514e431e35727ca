-- Sends the bodies of a file, one a line, in their order, over and over: wrk ... -s wrk.lua URL -- FILE [HEADER=VALUE ...]
-- With RATE in the environment that many a second, whether or not earlier ones are answered; -c bounds how many are out at once.
local bodies, headers, next = {}, {["Content-Type"] = "application/json"}, 0
local threads = {}
local rate = tonumber(os.getenv("RATE") or "")

function setup(thread)
  thread:set("offset", #threads * 997)
  threads[#threads + 1] = thread
end

function init(args)
  for line in io.lines(args[1]) do bodies[#bodies + 1] = line end
  for i = 2, #args do
    local name, value = args[i]:match("^([^=]+)=(.*)$")
    headers[name] = value
  end
  next = offset
  behind, failed = 0, 0
end

-- GraphQL tells most faults with 200
function response(status, _, body)
  if status ~= 200 or body:find('"errors"', 1, true) then failed = failed + 1 end
end

function request()
  next = next + 1
  return wrk.format("POST", nil, headers, bodies[next % #bodies + 1])
end

if rate then
  local ffi = require("ffi")
  ffi.cdef("typedef struct { long seconds, nanos; } moment; int clock_gettime(int, moment *);")
  local moment, due = ffi.new("moment"), nil

  local function now()
    ffi.C.clock_gettime(1, moment)
    return tonumber(moment.seconds) * 1e3 + tonumber(moment.nanos) / 1e6
  end

  -- wrk measures from the sending, so what could not be sent when it was due is told apart
  function delay()
    due = (due or now()) + 1e3 / rate
    local wait = due - now()
    if wait < -10 then behind = behind + 1 end
    return math.max(0, wait)
  end
end

function done(summary, latency, _)
  local late, wrong = 0, 0
  for _, thread in ipairs(threads) do
    late, wrong = late + thread:get("behind"), wrong + thread:get("failed")
  end
  print(string.format("RESULT %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), late, wrong))
end
